using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Storage;

namespace GovGraph.Api.Subscriptions;

/// <summary>The changes of tasks between two places.</summary>
/// <param name="Start">All of them came behind it.</param>
/// <param name="Changes">In their order.</param>
/// <param name="End">Up to here nothing was left out.</param>
/// <param name="IsLast">Nothing came behind it when it was read.</param>
internal sealed record ChangePage(ChangePlace Start, ImmutableArray<TaskChange> Changes, ChangePlace End, bool IsLast)
{
    private const int MostAtOnce = 100;

    public bool IsEmpty => Start == End;

    public static async ValueTask<ChangePage> Read(PlanStore store, ChangePlace start, CancellationToken cancellation)
    {
        var found = await store.FindChanges(start.Behind(MostAtOnce), cancellation: cancellation).ConfigureAwait(false);
        var plans = new Dictionary<string, Plan?>(StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<TaskChange>();
        foreach (var entry in found.Items)
        {
            if (entry.Event?.After is not TaskProgress) continue;
            if (!plans.TryGetValue(entry.PlanId, out var plan))
            {
                plans[entry.PlanId] = plan = await store.GetPlan(entry.PlanId, cancellation).ConfigureAwait(false);
            }

            changes.Add(new TaskChange(entry, plan));
        }

        return new(start, changes.DrainToImmutable(), found.Items is [.., var last] ? ChangePlace.Of(last) : start, !found.HasNextPage);
    }

    /// <summary>The part of it behind a place.</summary>
    public ChangePage Behind(ChangePlace place) =>
        place.IsBehind(Start) ? this with { Start = place, Changes = Changes.RemoveAll(change => !change.Place.IsBehind(place)) } : this;
}
