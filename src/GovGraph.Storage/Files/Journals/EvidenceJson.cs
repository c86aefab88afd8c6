using System.Collections.Frozen;
using System.Text.Json;
using GovGraph.Plans.Evidence;

namespace GovGraph.Storage.Files.Journals;

/// <summary>A piece of evidence in a line of the journal: the same members as in a plan file.</summary>
internal static class EvidenceJson
{
    private static readonly FrozenDictionary<string, EvidenceKind> Kinds = JsonMembers.Words<EvidenceKind>();
    private static readonly FrozenDictionary<string, ReviewDecision> Decisions = JsonMembers.Words<ReviewDecision>();

    public static void Write(Utf8JsonWriter json, EvidenceItem item)
    {
        json.WriteString("id", item.Id);
        json.WriteString("kind", JsonMembers.Word(item.Kind));
        json.WriteOptional("title", item.Title);
        json.WriteOptional("number", item.Number);
        json.WriteOptional("date", item.Date?.ToString("O"));
        json.WriteOptional("issuer", item.Issuer);
        json.WriteOptional("url", item.Url);
        json.WriteOptional("fileName", item.FileName);
        if (item.Size is { } size)
        {
            json.WriteNumber("size", size);
        }

        json.WriteOptional("sha256", item.Sha256);
        json.WriteOptional("mediaType", item.MediaType);
        if (item.Value is { } value)
        {
            json.WriteNumber("value", value);
        }

        json.WriteOptional("unit", item.Unit);
        json.WriteOptional("period", item.Period?.ToString());
        json.WriteOptional("note", item.Note);
        json.WriteString("addedAt", item.AddedAt);
        json.WriteList("reviews", item.Reviews, review =>
        {
            json.WriteString("decision", JsonMembers.Word(review.Decision));
            Write(json, review.By, review.At, review.Reason);
        });
        if (item.Withdrawal is { } withdrawal)
        {
            json.WriteStartObject("withdrawal");
            Write(json, withdrawal.By, withdrawal.At, withdrawal.Reason);
            json.WriteEndObject();
        }
    }

    public static EvidenceItem Read(JsonElement members) => new()
    {
        Id = members.GetProperty("id").GetString()!,
        Kind = Kinds[members.GetProperty("kind").GetString()!],
        Title = members.Optional("title"),
        Number = members.Optional("number"),
        Date = members.OptionalDate("date"),
        Issuer = members.Optional("issuer"),
        Url = members.Optional("url"),
        FileName = members.Optional("fileName"),
        Size = members.TryGetProperty("size", out var size) ? size.GetInt64() : null,
        Sha256 = members.Optional("sha256"),
        MediaType = members.Optional("mediaType"),
        Value = members.TryGetProperty("value", out var value) ? value.GetDecimal() : null,
        Unit = members.Optional("unit"),
        Period = members.TryGetProperty("period", out _) ? members.ReadPeriod() : null,
        Note = members.Optional("note"),
        AddedAt = members.GetProperty("addedAt").GetDateTimeOffset(),
        Reviews = members.TryGetProperty("reviews", out var reviews) ? [.. reviews.EnumerateArray().Select(ReadReview)] : [],
        Withdrawal = members.TryGetProperty("withdrawal", out var withdrawal)
            ? new EvidenceWithdrawal(At(withdrawal)) { By = withdrawal.Optional("by"), Reason = withdrawal.Optional("reason") }
            : null,
    };

    private static EvidenceReview ReadReview(JsonElement members) => new(Decisions[members.GetProperty("decision").GetString()!], At(members))
    {
        By = members.Optional("by"),
        Reason = members.Optional("reason"),
    };

    private static DateTimeOffset At(JsonElement members) => members.GetProperty("at").GetDateTimeOffset();

    private static void Write(Utf8JsonWriter json, string? by, DateTimeOffset at, string? reason)
    {
        json.WriteOptional("by", by);
        json.WriteString("at", at);
        json.WriteOptional("reason", reason);
    }
}
