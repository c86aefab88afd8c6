using System.Collections.Immutable;

namespace GovGraph.Storage.Audit;

/// <summary>What became of something that was asked for.</summary>
public enum AuditOutcome
{
    /// <summary>It was changed, wholly; of many changes at once, at least one.</summary>
    Applied,

    /// <summary>It would have been; the caller only wanted to know.</summary>
    Validated,

    /// <summary>It was changed before, by the same request.</summary>
    Replayed,

    /// <summary>It was refused, for the reasons that the codes name.</summary>
    Refused,

    /// <summary>It failed, and the log has the reason.</summary>
    Failed,

    /// <summary>Nobody waited for the end of it: it may have happened.</summary>
    Unknown,
}

/// <summary>Who asked for a change, or was turned away: names, ids and codes, never what was in it.</summary>
public sealed record AuditRecord(DateTimeOffset At, AuditOutcome Outcome)
{
    /// <summary>The key's name; null for whoever has none.</summary>
    public string? Who { get; init; }

    public string? KeyId { get; init; }

    /// <summary>The network address that the request came from.</summary>
    public string? From { get; init; }

    /// <summary>The program, as it names itself.</summary>
    public string? Client { get; init; }

    /// <summary>The operation's name, as the caller gave it.</summary>
    public string? Operation { get; init; }

    /// <summary>The field of the schema; null where the request did not come so far.</summary>
    public string? Field { get; init; }

    /// <summary>What the input names.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];

    /// <summary>What was changed, with its version since.</summary>
    public ImmutableArray<(string Id, long Version)> Changed { get; init; } = [];

    /// <summary>Why it was refused, each reason once.</summary>
    public ImmutableArray<string> Codes { get; init; } = [];

    /// <summary>Under which the log has the fault.</summary>
    public string? ErrorId { get; init; }

    /// <summary>The status that a whole request was turned away with.</summary>
    public int? Status { get; init; }

    /// <summary>How many times the same happened since the record before: refusals of strangers are counted, not told one by one.</summary>
    public int Times { get; init; } = 1;
}
