using System.Runtime.CompilerServices;
using GovGraph.Plans;
using GovGraph.Storage;

namespace GovGraph.Server.Commands;

/// <summary>What commands ask of a store.</summary>
internal static class Stored
{
    private const int AtOnce = 100;

    /// <summary>All plans by id, page by page.</summary>
    public static async IAsyncEnumerable<Plan> Plans(PlanStore store, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? after = null;
        do
        {
            var page = await store.FindPlans(new Query<Plan> { Page = new() { First = AtOnce, After = after } }, cancellation);
            foreach (var plan in page.Items) yield return plan;
            after = page.HasNextPage ? page.EndCursor : null;
        }
        while (after is not null);
    }

    public static async Task<int> Count(PlanStore store, CancellationToken cancellation) =>
        (int)(await store.FindPlans(new Query<Plan> { Page = new() { First = 0 }, WithTotalCount = true }, cancellation)).TotalCount!.Value;
}
