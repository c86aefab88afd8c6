using System.Collections.Immutable;
using System.Text.Json;

namespace GovGraph.Storage.Files.Journals;

/// <summary>A record of a journal without the plan that it may hold.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="PlanId">Whose life it belongs to.</param>
/// <param name="Place">Where it is.</param>
/// <param name="IsBeginning">The plan was taken in, so its life begins with this record.</param>
/// <param name="Events">What it tells.</param>
internal sealed record LoggedRecord(long Sequence, string PlanId, JournalPlace Place, bool IsBeginning, ImmutableArray<PlanEvent> Events)
{
    /// <summary>Null where the line can't be read, or is no record.</summary>
    public static LoggedRecord? Read(ReadOnlyMemory<byte> line, JournalPlace place)
    {
        if (!JournalLine.IsWhole(line.Span))
        {
            return null;
        }

        try
        {
            var withoutPlan = WithoutPlan(line);
            using var document = JsonDocument.Parse(withoutPlan ?? line);
            return Read(document.RootElement, place, isBeginning: withoutPlan is not null);
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException or FormatException or JsonException)
        {
            return null;
        }
    }

    private static LoggedRecord? Read(JsonElement members, JournalPlace place, bool isBeginning)
    {
        if (!members.TryGetProperty("seq", out var sequence))
        {
            return null;
        }

        ImmutableArray<PlanEvent> events = members.TryGetProperty("history", out var history)
            ? [.. history.EnumerateArray().Select(JournalReader.ReadEvent)]
            : [JournalReader.ReadEvent(members)];
        return new LoggedRecord(sequence.GetInt64(), members.GetProperty("plan").GetString()!, place, isBeginning, events);
    }

    /// <summary>The line without the member that holds the plan, which is most of it; null where there is none.</summary>
    private static ReadOnlyMemory<byte>? WithoutPlan(ReadOnlyMemory<byte> line)
    {
        var json = new Utf8JsonReader(line.Span);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)json.TokenStartIndex;
            var isPlan = json.ValueTextEquals("document"u8);
            json.Skip();
            if (isPlan)
            {
                // The comma before it goes too; it is never the first member.
                return (byte[])[.. line.Span[..(start - 1)], .. line.Span[(int)json.BytesConsumed..]];
            }
        }

        return null;
    }
}
