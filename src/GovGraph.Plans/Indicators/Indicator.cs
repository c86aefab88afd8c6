using System.Collections.Immutable;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Text;
using GovGraph.Plans.Units;

namespace GovGraph.Plans.Indicators;

/// <summary>A figure that an area has to reach (chỉ tiêu).</summary>
public sealed class Indicator : ITrackedNode
{
    private readonly UnitCells? cells;

    public Plan Plan => Area.Plan;

    public Area Area { get; private set; } = null!;

    /// <summary>Its place in the plan, in the order of print, from 0.</summary>
    public int Ordinal { get; private set; }

    public required string Id { get; init; }

    public required string Code { get; init; }

    public string? Label { get; init; }

    /// <summary>The headings above it in its table.</summary>
    public ImmutableArray<string> Heading { get; init; } = [];

    public required string Title { get; init; }

    /// <summary>What the figure counts: <c>%</c>.</summary>
    public string? Unit { get; init; }

    public required IndicatorTarget Target { get; init; }

    public ImmutableArray<Assignment> Assignments { get; init; } = [];

    public ImmutableArray<Damage> Damage { get; init; } = [];

    /// <summary>First line of the row in the source text.</summary>
    public int? Line { get; init; }

    /// <summary>What was reached, one value a period: by its last day, of those with the same one the longest last.</summary>
    public ImmutableArray<IndicatorValue> Values { get => Progress.Values; init => Progress = Progress with { Values = value }; }

    /// <summary>The value of the period that ends last.</summary>
    public IndicatorValue? LatestValue => Values.IsEmpty ? null : Values[^1];

    /// <summary>The share of the target that the latest value reaches; null where there is none, or the target can't be read.</summary>
    public decimal? Achievement => LatestValue is { } latest ? Target.AchievementOf(latest.Value) : null;

    /// <summary>Whether the latest value has not reached the target; null where there is none, or the target can't be read.</summary>
    public bool? IsBelowTarget => LatestValue is { } latest ? Target.IsMissedBy(latest.Value) : null;

    /// <summary>Grows by one with each change of the indicator.</summary>
    public long Version { get => Progress.Version; init => Progress = Progress with { Version = value }; }

    /// <summary>All that is not print.</summary>
    public IndicatorProgress Progress { get; private set; } = new();

    NodeProgress ITrackedNode.Progress => Progress;

    /// <summary>The unit cells as printed.</summary>
    internal UnitCells Cells { get => cells ?? UnitCells.Of(Assignments); init => cells = value; }

    /// <summary>The indicator with what was reached in a period; what was recorded for the same period before is replaced.</summary>
    public Change<Indicator> RecordValue(IndicatorValue value)
    {
        if (value.Period.From.Year > Plan.Year || value.Period.To.Year < Plan.Year)
        {
            return new PeriodOutsidePlan(value.Period, Plan.Year);
        }

        var (period, recorded) = (value.Period, value with { Note = EnteredText.Clean(value.Note) });
        ImmutableArray<IndicatorValue> values =
        [
            .. Values.Where(kept => kept.Period != period).Append(recorded).OrderBy(kept => kept.Period.To).ThenByDescending(kept => kept.Period.From),
        ];
        return WithProgress(Progress with { Values = values, Version = Version + 1 });
    }

    /// <summary>The same print with the progress that a store kept.</summary>
    public Indicator WithProgress(IndicatorProgress kept)
    {
        var copy = (Indicator)MemberwiseClone();
        copy.Progress = kept;
        return copy;
    }

    ITrackedNode ITrackedNode.WithProgress(NodeProgress kept) => WithProgress((IndicatorProgress)kept);

    internal void Attach(Area area, int ordinal)
    {
        (Area, Ordinal) = (area, ordinal);
        Assignment.Attach(Assignments, Id);
    }

    internal Indicator CopyOr(IReadOnlyDictionary<string, ITrackedNode> changed) =>
        (Indicator)(changed.TryGetValue(Id, out var other) ? (Indicator)other : this).MemberwiseClone();
}
