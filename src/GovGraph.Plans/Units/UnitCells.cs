using System.Collections.Immutable;

namespace GovGraph.Plans.Units;

/// <summary>The unit cells of a row as printed; null where there is none or it is empty.</summary>
internal sealed record UnitCells(string? Lead, string? Coordinating, string? Implementing, string? Evaluator)
{
    /// <summary>Cells for a row that was not read from print.</summary>
    public static UnitCells Of(ImmutableArray<Assignment> assignments)
    {
        return new UnitCells(Cell(UnitRole.Lead), Cell(UnitRole.Coordinating), Cell(UnitRole.Implementing), Cell(UnitRole.Evaluator));

        string? Cell(UnitRole role) =>
            string.Join("; ", assignments.Where(assignment => assignment.Role == role).Select(assignment => assignment.Printed)) is { Length: > 0 } cell
                ? cell
                : null;
    }
}
