using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Filters;

namespace GovGraph.Storage.Memory;

/// <summary>All plans at one moment, by id. It never changes, so a reader sees one state however long it reads.</summary>
internal sealed class PlanSet
{
    private readonly ImmutableArray<Plan> plans;
    private readonly Lazy<TaskIndex> index;

    // All sets that come out of this one share it: what a change leaves as it is need not be looked at again.
    private readonly ConditionalWeakTable<Plan, TaskStandings> standings;
    private volatile UnitFigures? lastFigures;

    private PlanSet(ImmutableArray<Plan> plans, Lazy<TaskIndex> index, WordIndex words, ConditionalWeakTable<Plan, TaskStandings> standings) =>
        (this.plans, this.index, Words, this.standings) = (plans, index, words, standings);

    public static PlanSet Empty { get; } = Of([]);

    public ImmutableArray<Plan> Plans => plans;

    public TaskIndex Index => index.Value;

    public WordIndex Words { get; }

    public static PlanSet Of(IEnumerable<Plan> plans)
    {
        ImmutableArray<Plan> sorted = [.. plans.OrderBy(plan => plan.Id, StringComparer.Ordinal)];
        return new PlanSet(sorted, new Lazy<TaskIndex>(() => new TaskIndex(sorted)), WordIndex.Of(sorted), []);
    }

    public Plan? Plan(ReadOnlySpan<char> id) => Find(id) is >= 0 and var slot ? plans[slot] : null;

    public PlanTask? Task(string id) => PlanOf(id)?.Task(id);

    public INode? Node(string id) => PlanOf(id)?.Node(id) ?? Index.Units.GetValueOrDefault(id);

    /// <summary>Where the tasks of units stand. The last ones are kept: who walks through the units asks for the same with each page.</summary>
    public UnitFigures FiguresOfUnits(SummaryScope scope)
    {
        var figures = lastFigures;
        if (figures?.Scope != scope)
        {
            lastFigures = figures = new UnitFigures(this, scope);
        }

        return figures;
    }

    public TaskStandings StandingsOf(Plan plan) => standings.GetValue(plan, TaskStandings.Of);

    /// <summary>The number of a task in the index.</summary>
    public int Number(PlanTask task) => Index.Number(Find(task.Plan.Id), task.Ordinal);

    /// <summary>The plan that a node's id begins with.</summary>
    public Plan? PlanOf(ReadOnlySpan<char> id)
    {
        var end = id.IndexOf('/');
        return Plan(end < 0 ? id : id[..end]);
    }

    /// <summary>With another version of a plan that differs only in what has happened to its tasks: what is indexed is the same.</summary>
    public PlanSet Replace(Plan plan) => new(plans.SetItem(Find(plan.Id), plan), index, Words, standings);

    /// <summary>With other versions of some plans, as <see cref="Replace(GovGraph.Plans.Plan)"/>.</summary>
    public PlanSet Replace(IReadOnlyCollection<Plan> others)
    {
        var changed = plans.ToBuilder();
        foreach (var plan in others)
        {
            changed[Find(plan.Id)] = plan;
        }

        return new PlanSet(changed.MoveToImmutable(), index, Words, standings);
    }

    /// <summary>With another plan in the place of the one of its id.</summary>
    public PlanSet Put(Plan plan)
    {
        var slot = Find(plan.Id);
        var changed = plans.SetItem(slot, plan);
        return new PlanSet(changed, new Lazy<TaskIndex>(() => new TaskIndex(changed)), Words.Put(slot, plan), standings);
    }

    public PlanSet Add(Plan plan)
    {
        var slot = ~Find(plan.Id);
        var added = plans.Insert(slot, plan);
        return new PlanSet(added, new Lazy<TaskIndex>(() => new TaskIndex(added)), Words.Add(slot, plan), standings);
    }

    private int Find(ReadOnlySpan<char> id)
    {
        var (low, high) = (0, plans.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = plans[middle].Id.AsSpan().SequenceCompareTo(id);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
