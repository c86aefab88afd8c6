using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Fields;
using GovGraph.Storage.History;
using GovGraph.Storage.Memory;
using GovGraph.Storage.Paging;

namespace GovGraph.Storage.Files;

/// <summary>The plans of the embedded store at a moment.</summary>
internal sealed class FilePastPlans(PastSets sets, DateTimeOffset moment) : PastPlans
{
    public override ValueTask<Plan?> GetPlan(string id, CancellationToken cancellation = default) => sets.PlanAt(id, moment, cancellation);

    public override async ValueTask<Page<Plan>> FindPlans(Query<Plan> query, CancellationToken cancellation = default)
    {
        var there = await There(cancellation).ConfigureAwait(false);
        return PageReader.Read(there, FileStore.WhileWanted(query.Filter?.Compile(FieldMaps.Plans), cancellation), Keyset(FieldMaps.Plans, query), query);
    }

    public override async ValueTask<Page<Indicator>> FindIndicators(Query<Indicator> query, CancellationToken cancellation = default)
    {
        ImmutableArray<Indicator> there = [.. (await There(cancellation).ConfigureAwait(false)).SelectMany(plan => plan.Indicators)];
        return PageReader.Read(there, FileStore.WhileWanted(query.Filter?.Compile(FieldMaps.Indicators), cancellation), Keyset(FieldMaps.Indicators, query), query);
    }

    public override async ValueTask<Page<PlanTask>> FindTasks(Query<PlanTask> query, CancellationToken cancellation = default)
    {
        var past = await sets.At(moment, cancellation).ConfigureAwait(false);
        var (tasks, rest) = new TaskCandidates(past.Plans).Find(query.Filter);
        var asked = rest?.Compile(FieldMaps.Tasks);
        Func<PlanTask, bool>? matches = past.Absent.Count == 0 ? asked
            : asked is null ? task => !past.Absent.Contains(task.Plan.Id)
            : task => !past.Absent.Contains(task.Plan.Id) && asked(task);
        return PageReader.Read(tasks, FileStore.WhileWanted(matches, cancellation), Keyset(FieldMaps.Tasks, query), query);
    }

    private async ValueTask<ImmutableArray<Plan>> There(CancellationToken cancellation)
    {
        var past = await sets.At(moment, cancellation).ConfigureAwait(false);
        return past.Absent.Count == 0 ? past.Plans.Plans : past.Plans.Plans.RemoveAll(plan => past.Absent.Contains(plan.Id));
    }

    private Keyset<T> Keyset<T>(FieldMap<T> map, Query<T> query) => new(map, query with { At = moment });
}
