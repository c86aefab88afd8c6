using System.Collections.Immutable;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Units;

namespace GovGraph.Plans.Indicators;

/// <summary>A figure that an area has to reach (chỉ tiêu).</summary>
public sealed class Indicator : INode
{
    private readonly UnitCells? cells;

    public Plan Plan => Area.Plan;

    public Area Area { get; private set; } = null!;

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

    /// <summary>The unit cells as printed.</summary>
    internal UnitCells Cells { get => cells ?? UnitCells.Of(Assignments); init => cells = value; }

    internal void Attach(Area area) => Area = area;

    internal Indicator Copy() => (Indicator)MemberwiseClone();
}
