namespace GovGraph.Storage.Paging;

/// <summary>Which part of a list is wanted: between two cursors, the first or the last of what lies there; all of it where no number is given.</summary>
/// <remarks>Where both numbers are given, the last of the first are taken, as Relay's specification says.</remarks>
public sealed record PageRequest
{
    public static PageRequest All { get; } = new();

    public int? First { get; init; }

    public string? After { get; init; }

    public int? Last { get; init; }

    public string? Before { get; init; }
}
