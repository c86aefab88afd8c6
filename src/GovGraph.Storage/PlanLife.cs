using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Storage.Files.Journals;

namespace GovGraph.Storage;

/// <summary>A plan with all that is known to have happened to it: what moves from one store into another.</summary>
/// <param name="Plan">The plan as it is now.</param>
/// <param name="Events">Oldest first; empty where the plan was put into the store by hand.</param>
public sealed record PlanLife(Plan Plan, ImmutableArray<PlanEvent> Events)
{
    /// <summary>Two lives with the same hash are the same, whatever stores keep them. Stores know a moment in the history to the millisecond.</summary>
    public string ContentHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(PlanFile.Write(Plan));
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            JournalWriter.WriteHistory(json, [.. Events.Select(item => item with { Record = item.Record with { At = InMilliseconds(item.Record.At) } })]);
            json.WriteEndObject();
        }

        hash.AppendData(stream.ToArray());
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static DateTimeOffset InMilliseconds(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}

/// <summary>Something in the life of a plan: it was taken in, it got another print, or a task or an indicator of it was changed.</summary>
/// <param name="PlanVersion">The version of the plan that it made.</param>
/// <param name="Record">Who, when and why.</param>
public sealed record PlanEvent(long PlanVersion, ChangeRecord Record)
{
    /// <summary>The task or the indicator; null where the plan itself was changed.</summary>
    public string? NodeId { get; init; }

    public NodeProgress? Before { get; init; }

    public NodeProgress? After { get; init; }
}
