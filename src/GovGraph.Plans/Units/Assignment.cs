namespace GovGraph.Plans.Units;

/// <summary>A unit's part in a task or an indicator, as one piece of a unit cell prints it.</summary>
public sealed class Assignment
{
    public required Unit Unit { get; init; }

    public required UnitRole Role { get; init; }

    /// <summary>The piece of the cell that names the unit, as printed.</summary>
    public required string Printed { get; init; }

    /// <summary>What the cell adds to the name: a verb (<c>tổng hợp</c>) or a part of the unit in brackets.</summary>
    public string? Qualifier { get; init; }
}
