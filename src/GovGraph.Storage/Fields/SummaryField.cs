using System.Collections.Immutable;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;

namespace GovGraph.Storage.Fields;

/// <summary>Where the tasks of a node stand on a day.</summary>
public sealed class SummaryField<T> : Field<T>
    where T : class
{
    private readonly Func<SummaryScope, Func<T, TaskFigures>> figures;

    internal SummaryField(Func<T, ImmutableArray<PlanTask>> tasks)
        : this(scope => item => new TaskSummary(tasks(item), scope.AsOf))
    {
    }

    internal SummaryField(Func<SummaryScope, Func<T, TaskFigures>> figures)
        : base(SummaryOnDay.Name, null) => this.figures = figures;

    public override FieldKind Kind => FieldKind.Summary;

    public override FieldMap Inner => SummaryFields.Map;

    internal override Func<T, bool> Compile(FieldFilter filter)
    {
        var (of, matches) = filter is SummaryOnDay summary ? (figures(summary.Scope), summary.Value.Compile(SummaryFields.Map)) : throw Unsupported(filter);
        return item => matches(of(item));
    }

    internal override SortColumn<T>? Column(ReadOnlySpan<string> rest, SummaryScope? summary)
    {
        if (summary is not { } scope || rest is not [var figure] || (SummaryFields.Map.Find(figure) as Field<TaskFigures>)?.Column([], null) is not { } column)
        {
            return null;
        }

        // A sort looks at each item many times.
        var (of, known) = (figures(scope), new Dictionary<T, TaskFigures>(ReferenceEqualityComparer.Instance));
        return new InnerColumn<T, TaskFigures>(item => known.TryGetValue(item, out var found) ? found : known[item] = of(item), column);
    }
}
