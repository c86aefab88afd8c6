using System.Collections.Immutable;
using GovGraph.Api.Access;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Tasks;

namespace GovGraph.Api.Bulk;

/// <summary>The change that an item of a bulk asks for: its evidence first, then its status, which may rest on it; both as one change.</summary>
internal sealed class ItemChange
{
    private readonly UpdateTasksItemInput _item;
    private readonly ImmutableArray<Change<EvidenceItem>> _evidence;
    private readonly Caller _caller;
    private readonly DateOnly _today;

    private ItemChange(UpdateTasksItemInput item, ImmutableArray<Change<EvidenceItem>> evidence, Caller caller, DateOnly today) =>
        (_item, _evidence, _caller, _today) = (item, evidence, caller, today);

    /// <summary>The task that it was made of last; null where there was none.</summary>
    public PlanTask? Seen { get; private set; }

    /// <summary>The change of an item that keeps the rules, its files taken in.</summary>
    public static async ValueTask<ItemChange> Of(UpdateTasksItemInput item, FieldContext context)
    {
        var evidence = ImmutableArray.CreateBuilder<Change<EvidenceItem>>(item.Evidence.Length);
        foreach (var piece in item.Evidence) evidence.Add(await piece.Take(context, item.Request.IsOnlyValidated));
        return new(item, evidence.MoveToImmutable(), context.Get<Caller>(), context.Get<Moment>().Today);
    }

    public Change<PlanTask> Make(PlanTask task)
    {
        Seen = task;
        return Judge(task);
    }

    public Change<PlanTask> Judge(PlanTask task) =>
        _item.Scopes.Select(scope => _caller.Refusal(scope, task)).FirstOrDefault(refusal => refusal is not null) is { } refused ? refused : task.AsOne([.. Steps()]);

    private IEnumerable<Func<PlanTask, Change<PlanTask>>> Steps()
    {
        foreach (var piece in _evidence) yield return task => piece.IsRefused ? piece.Refusal : task.AddEvidence(piece.Value);
        if (_item.Status is { } status) yield return task => task.ChangeStatus(status, _item.Note, _item.CompletedOn ?? _today);
    }
}
