namespace GovGraph.Plans.Documents;

/// <summary>An area as the file holds it.</summary>
internal sealed record AreaDocument
{
    public required string Code { get; init; }

    public string? Label { get; init; }

    public string? Title { get; init; }

    public string? Budget { get; init; }

    public ComponentDocument[]? Components { get; init; }

    public GroupDocument[]? Groups { get; init; }

    public TaskDocument[]? Tasks { get; init; }

    public IndicatorDocument[]? Indicators { get; init; }

    public DamageDocument[]? Damage { get; init; }
}

/// <summary>A component as the file holds it.</summary>
internal sealed record ComponentDocument
{
    public required string Code { get; init; }

    public string? Label { get; init; }

    public string? Title { get; init; }

    public string? Budget { get; init; }

    public GroupDocument[]? Groups { get; init; }

    public TaskDocument[]? Tasks { get; init; }

    public DamageDocument[]? Damage { get; init; }
}

/// <summary>A heading above tasks as the file holds it.</summary>
internal sealed record GroupDocument
{
    public required string Code { get; init; }

    public string? Label { get; init; }

    public string? Title { get; init; }

    public string? Budget { get; init; }

    public DamageDocument[]? Damage { get; init; }
}

/// <summary>An indicator as the file holds it.</summary>
internal sealed record IndicatorDocument
{
    public required string Code { get; init; }

    public string? Label { get; init; }

    public string[]? Heading { get; init; }

    public required string Title { get; init; }

    public string? Unit { get; init; }

    public required string Target { get; init; }

    public string? Lead { get; init; }

    public string? Coordinating { get; init; }

    public string? Evaluator { get; init; }

    public int? Line { get; init; }

    public DamageDocument[]? Damage { get; init; }

    public ValueDocument[]? Values { get; init; }

    public long? Version { get; init; }
}

/// <summary>A recorded value of an indicator as the file holds it.</summary>
internal sealed record ValueDocument
{
    public required string Period { get; init; }

    public required decimal Value { get; init; }

    public string? Note { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
