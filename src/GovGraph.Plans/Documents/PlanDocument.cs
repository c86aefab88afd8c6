using GovGraph.Plans.Evidence;

namespace GovGraph.Plans.Documents;

/// <summary>A plan as its file holds it, member by member in the order of docs/plan-format.md.</summary>
internal sealed record PlanDocument
{
    public required int SchemaVersion { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public string? Number { get; init; }

    public DateDocument? Date { get; init; }

    public required int Year { get; init; }

    public required ReformProgram Program { get; init; }

    public required AdministrativeLevel Level { get; init; }

    public required IssuerDocument Issuer { get; init; }

    public string? Place { get; init; }

    public SignatoryDocument? Signatory { get; init; }

    public string[]? Recipients { get; init; }

    public string[]? LegalBases { get; init; }

    public string[]? Preamble { get; init; }

    public SectionDocument[]? Sections { get; init; }

    public string[]? Closing { get; init; }

    public AnnexDocument? Annex { get; init; }

    public string? Budget { get; init; }

    public EvidenceRule? EvidenceRule { get; init; }

    public UnitDocument[]? Units { get; init; }

    public AreaDocument[]? Areas { get; init; }

    public DamageDocument[]? Damage { get; init; }

    public string? Source { get; init; }

    public long? Version { get; init; }
}

/// <summary>The printed date, as far as it is printed.</summary>
internal sealed record DateDocument
{
    public required string Text { get; init; }

    public int? Year { get; init; }

    public int? Month { get; init; }

    public int? Day { get; init; }

    /// <summary>Whether there is such a day, month or year.</summary>
    public bool Exists() => (Year, Month, Day) switch
    {
        (null, null, null) => true,
        (>= 1 and <= 9999, null, null) => true,
        (>= 1 and <= 9999, >= 1 and <= 12, null) => true,
        (>= 1 and <= 9999 and var year, >= 1 and <= 12 and var month, >= 1 and var day) => day <= DateTime.DaysInMonth(year, month),
        _ => false,
    };
}

/// <summary>The body that issued the plan.</summary>
internal sealed record IssuerDocument
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Place { get; init; }

    public string[]? Superior { get; init; }
}

/// <summary>Who signed the plan.</summary>
internal sealed record SignatoryDocument
{
    public string? Authority { get; init; }

    public string? Position { get; init; }

    public string? Name { get; init; }
}

/// <summary>A narrative section.</summary>
internal sealed record SectionDocument
{
    public string? Code { get; init; }

    public string? Title { get; init; }

    public string[]? Text { get; init; }

    public SectionDocument[]? Sections { get; init; }
}

/// <summary>What is printed above the table.</summary>
internal sealed record AnnexDocument
{
    public string? Title { get; init; }

    public string? IssuedWith { get; init; }

    public string[]? Columns { get; init; }
}

/// <summary>A unit with its printed spellings.</summary>
internal sealed record UnitDocument
{
    public required string Name { get; init; }

    public string[]? Aliases { get; init; }

    public string? Under { get; init; }
}

/// <summary>A mark of what the source has lost or garbled.</summary>
internal sealed record DamageDocument
{
    public string? Field { get; init; }

    public required DamageKind Kind { get; init; }

    public string? StoodIn { get; init; }

    public required string Remark { get; init; }
}
