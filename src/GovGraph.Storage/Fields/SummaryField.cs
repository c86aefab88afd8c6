using System.Collections.Immutable;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;

namespace GovGraph.Storage.Fields;

/// <summary>Where the tasks below a node stand on a day.</summary>
public sealed class SummaryField<T> : Field<T>
    where T : class
{
    private readonly Func<T, ImmutableArray<PlanTask>> tasks;

    internal SummaryField(Func<T, ImmutableArray<PlanTask>> tasks)
        : base(SummaryOnDay.Name, null) => this.tasks = tasks;

    public override FieldKind Kind => FieldKind.Summary;

    public override FieldMap Inner => SummaryFields.Map;

    internal override Func<T, bool> Compile(FieldFilter filter)
    {
        var (asOf, matches) = filter is SummaryOnDay summary ? (summary.AsOf, summary.Value.Compile(SummaryFields.Map)) : throw Unsupported(filter);
        return item => matches(new TaskSummary(tasks(item), asOf));
    }

    internal override SortColumn<T>? Column(ReadOnlySpan<string> rest, DateOnly? asOf)
    {
        if (asOf is not { } day || rest is not [var figure] || (SummaryFields.Map.Find(figure) as Field<TaskSummary>)?.Column([], null) is not { } column)
        {
            return null;
        }

        // A sort looks at each item many times.
        var known = new Dictionary<T, TaskSummary>(ReferenceEqualityComparer.Instance);
        return new InnerColumn<T, TaskSummary>(
            item => known.TryGetValue(item, out var summary) ? summary : known[item] = new TaskSummary(tasks(item), day),
            column);
    }
}
