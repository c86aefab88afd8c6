using System.Collections.Immutable;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Budgets;
using GovGraph.Plans.Consistency;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;

namespace GovGraph.Plans;

/// <summary>An action plan of one government body for one year. It never changes: a change makes a new plan.</summary>
public sealed class Plan : INode
{
    private ImmutableArray<Area> areas = [];
    private Dictionary<string, INode>? nodes;
    private ImmutableArray<ConsistencyIssue> consistencyIssues;

    // All versions of a plan have the same tasks in the same places, so they share it.
    private Dictionary<string, int>? ordinals;
    private long version = 1;

    // Below zero until it is asked for; all versions print the same.
    private long budgetTotal = -1;

    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The number of the document: <c>01/KH-UBND</c>.</summary>
    public string? Number { get; init; }

    /// <summary>Null where the source has lost it.</summary>
    public PlanDate? Date { get; init; }

    /// <summary>The year that the plan is for.</summary>
    public required int Year { get; init; }

    public required ReformProgram Program { get; init; }

    public required AdministrativeLevel Level { get; init; }

    public required Issuer Issuer { get; init; }

    /// <summary>The place printed beside the date.</summary>
    public string? Place { get; init; }

    public Signatory? Signatory { get; init; }

    public ImmutableArray<string> Recipients { get; init; } = [];

    public ImmutableArray<string> LegalBases { get; init; } = [];

    public ImmutableArray<string> Preamble { get; init; } = [];

    public ImmutableArray<string> Closing { get; init; } = [];

    public ImmutableArray<Section> Sections { get; init; } = [];

    public Annex? Annex { get; init; }

    /// <summary>The printed grand total.</summary>
    public Money? Budget { get; init; }

    /// <summary>What its tasks make.</summary>
    public long BudgetTotal => budgetTotal < 0 ? budgetTotal = PlanRow.Of(this).BudgetTotal : budgetTotal;

    /// <summary>What evidence its tasks need before they are completed.</summary>
    public EvidenceRule EvidenceRule { get; init; }

    /// <summary>The units that its cells name.</summary>
    public ImmutableArray<Unit> Units { get; init; } = [];

    public ImmutableArray<Area> Areas
    {
        get => areas;
        init => Attach(value);
    }

    public ImmutableArray<Damage> Damage { get; init; } = [];

    /// <summary>The name of the source text in <c>seeds/sources/</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Grows by one with each change of the plan.</summary>
    public long Version { get => version; init => version = value; }

    /// <summary>All tasks, in the order of print.</summary>
    public ImmutableArray<PlanTask> Tasks { get; private set; } = [];

    /// <summary>What it contradicts in itself, and what its source has lost; worked out when it is first asked for.</summary>
    public ImmutableArray<ConsistencyIssue> ConsistencyIssues =>
        consistencyIssues.IsDefault ? consistencyIssues = ConsistencyIssue.AllIn(this) : consistencyIssues;

    /// <summary>The indicators of all areas, in the order of print.</summary>
    public ImmutableArray<Indicator> Indicators { get; private set; } = [];

    /// <summary>All rows that something can happen to: the tasks in the order of print, then the indicators.</summary>
    public IEnumerable<ITrackedNode> AllTracked => [.. Tasks, .. Indicators];

    public PlanTask? Task(string id)
    {
        ordinals ??= Tasks.ToDictionary(task => task.Id, task => task.Ordinal);
        return ordinals.TryGetValue(id, out var ordinal) ? Tasks[ordinal] : null;
    }

    public Indicator? Indicator(string id) => Indicators.FirstOrDefault(indicator => indicator.Id == id);

    /// <summary>The task or the indicator of this id.</summary>
    public ITrackedNode? Tracked(string id) => (ITrackedNode?)Task(id) ?? Indicator(id);

    public Area? Area(string code) => areas.FirstOrDefault(area => area.Code == code);

    /// <summary>Any node of this plan by its id, the plan itself included.</summary>
    public INode? Node(string id) => (nodes ??= AllNodes().ToDictionary(node => node.Id)).GetValueOrDefault(id);

    /// <summary>The next version of this plan, in which the task or indicator of the same id is replaced. This plan stays as it is.</summary>
    /// <param name="changed">What takes the place of the one with its id.</param>
    /// <param name="atVersion">The version that a store kept; one more than this plan's where it is left out.</param>
    public Plan With(ITrackedNode changed, long? atVersion = null) => With([changed], atVersion ?? version + 1);

    /// <summary>Another version of this plan, in which the tasks and indicators of the same ids are replaced.</summary>
    public Plan With(IReadOnlyCollection<ITrackedNode> nodes, long atVersion)
    {
        var changed = new Dictionary<string, ITrackedNode>(nodes.Count, StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            changed[node.Id] = Tracked(node.Id)?.GetType() == node.GetType()
                ? node
                : throw new ArgumentException($"The plan {Id} has no {(node is PlanTask ? "task" : "indicator")} {node.Id}.", nameof(nodes));
        }

        var copy = (Plan)MemberwiseClone();
        copy.version = atVersion;
        copy.nodes = null;
        copy.consistencyIssues = default;
        copy.Attach([.. areas.Select(area => area.CopyWith(changed))]);
        return copy;
    }

    private void Attach(ImmutableArray<Area> attached)
    {
        areas = attached;
        var (tasks, indicators) = (new List<PlanTask>(), new List<Indicator>());
        foreach (var area in areas)
        {
            area.Attach(this, tasks, indicators);
        }

        (Tasks, Indicators) = ([.. tasks], [.. indicators]);
    }

    private IEnumerable<INode> AllNodes() =>
    [
        this,
        .. Units,
        .. areas.SelectMany(area => (IEnumerable<INode>)[
            area, .. area.Groups, .. area.Indicators, .. area.Components, .. area.Components.SelectMany(component => component.Groups)]),
        .. Tasks,
        .. Tasks.SelectMany(task => task.Evidence),
        .. Tasks.SelectMany(task => task.Events),
        .. Tasks.SelectMany(task => task.Extensions),
        .. Tasks.SelectMany(task => task.Notes),
    ];
}
