namespace GovGraph.Plans;

/// <summary>Something that the source of a plan has lost or garbled.</summary>
public sealed class Damage
{
    /// <summary>The member of the node that is damaged; null if the whole node is meant.</summary>
    public string? Field { get; init; }

    public required DamageKind Kind { get; init; }

    /// <summary>The member in whose cell a misplaced one stood, where the source leaves no doubt.</summary>
    public string? StoodIn { get; init; }

    public required string Remark { get; init; }
}

/// <summary>In what way a part of a source is damaged.</summary>
public enum DamageKind
{
    /// <summary>Was printed, is not in the source.</summary>
    Lost,

    /// <summary>Is there, but can't be read with certainty.</summary>
    Garbled,

    /// <summary>Stood in another cell.</summary>
    Misplaced,

    /// <summary>Was read, but another reading is possible.</summary>
    Uncertain,
}
