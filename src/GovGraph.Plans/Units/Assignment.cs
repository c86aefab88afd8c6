using System.Collections.Immutable;
using System.Globalization;

namespace GovGraph.Plans.Units;

/// <summary>A unit's part in a task or an indicator, as one piece of a unit cell prints it.</summary>
public sealed class Assignment
{
    private string row = "";
    private int number;

    /// <summary>The row's id and which of its assignments it is, counted from 1: <c>…/1.3.2/assignment/1</c>.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{row}/assignment/{number}");

    public required Unit Unit { get; init; }

    public required UnitRole Role { get; init; }

    /// <summary>The piece of the cell that names the unit, as printed.</summary>
    public required string Printed { get; init; }

    /// <summary>What the cell adds to the name: a verb (<c>tổng hợp</c>) or a part of the unit in brackets.</summary>
    public string? Qualifier { get; init; }

    /// <summary>Tells the assignments of a row which ones they are.</summary>
    internal static void Attach(ImmutableArray<Assignment> assignments, string row)
    {
        for (var i = 0; i < assignments.Length; i++)
        {
            (assignments[i].row, assignments[i].number) = (row, i + 1);
        }
    }
}
