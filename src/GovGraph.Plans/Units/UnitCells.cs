namespace GovGraph.Plans.Units;

/// <summary>The unit cells of a row as printed; null where there is none or it is empty.</summary>
internal sealed record UnitCells(string? Lead, string? Coordinating, string? Implementing, string? Evaluator)
{
    public static UnitCells Empty { get; } = new(null, null, null, null);
}
