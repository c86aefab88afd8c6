using System.Collections.Immutable;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Paging;

namespace GovGraph.Storage.History;

/// <summary>Puts the tasks of a unit in the place of a filter on the unit: which tasks those are, only the store knows.</summary>
internal static class InvolvedTasks
{
    public static async ValueTask<Filter?> Resolve(
        Filter? filter, Func<Query<PlanTask>, CancellationToken, ValueTask<Page<PlanTask>>> find, CancellationToken cancellation)
    {
        switch (filter)
        {
            case AllOf all:
                return Filter.And(await Resolve(all.Filters, find, cancellation).ConfigureAwait(false));
            case AnyOf any:
                return Filter.Or(await Resolve(any.Filters, find, cancellation).ConfigureAwait(false));
            case Negation not:
                return Filter.Not((await Resolve(not.Inner, find, cancellation).ConfigureAwait(false))!);
            case Involvement:
                var tasks = await find(new Query<PlanTask> { Filter = filter }, cancellation).ConfigureAwait(false);
                return Filter.In("node", [.. tasks.Items.Select(task => (object?)task.Id)]);
            default:
                return filter;
        }
    }

    private static async ValueTask<ImmutableArray<Filter>> Resolve(
        ImmutableArray<Filter> filters, Func<Query<PlanTask>, CancellationToken, ValueTask<Page<PlanTask>>> find, CancellationToken cancellation)
    {
        var resolved = ImmutableArray.CreateBuilder<Filter>(filters.Length);
        foreach (var filter in filters)
        {
            resolved.Add((await Resolve(filter, find, cancellation).ConfigureAwait(false))!);
        }

        return resolved.MoveToImmutable();
    }
}
