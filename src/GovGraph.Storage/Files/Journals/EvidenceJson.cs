using System.Collections.Frozen;
using System.Text.Json;
using GovGraph.Plans.Evidence;

namespace GovGraph.Storage.Files.Journals;

/// <summary>A piece of evidence in a line of the journal: the same members as in a plan file.</summary>
internal static class EvidenceJson
{
    private static readonly FrozenDictionary<string, EvidenceKind> Kinds = ProgressJson.Words<EvidenceKind>();
    private static readonly FrozenDictionary<string, ReviewDecision> Decisions = ProgressJson.Words<ReviewDecision>();

    public static void Write(Utf8JsonWriter json, EvidenceItem item)
    {
        json.WriteString("id", item.Id);
        json.WriteString("kind", ProgressJson.Word(item.Kind));
        ProgressJson.WriteOptional(json, "title", item.Title);
        ProgressJson.WriteOptional(json, "number", item.Number);
        ProgressJson.WriteOptional(json, "date", item.Date?.ToString("O"));
        ProgressJson.WriteOptional(json, "issuer", item.Issuer);
        ProgressJson.WriteOptional(json, "url", item.Url);
        ProgressJson.WriteOptional(json, "fileName", item.FileName);
        if (item.Size is { } size)
        {
            json.WriteNumber("size", size);
        }

        ProgressJson.WriteOptional(json, "sha256", item.Sha256);
        ProgressJson.WriteOptional(json, "mediaType", item.MediaType);
        if (item.Value is { } value)
        {
            json.WriteNumber("value", value);
        }

        ProgressJson.WriteOptional(json, "unit", item.Unit);
        ProgressJson.WriteOptional(json, "period", item.Period?.ToString());
        ProgressJson.WriteOptional(json, "note", item.Note);
        json.WriteString("addedAt", item.AddedAt);
        ProgressJson.WriteList(json, "reviews", item.Reviews, review =>
        {
            json.WriteString("decision", ProgressJson.Word(review.Decision));
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
        Title = ProgressJson.Optional(members, "title"),
        Number = ProgressJson.Optional(members, "number"),
        Date = ProgressJson.OptionalDate(members, "date"),
        Issuer = ProgressJson.Optional(members, "issuer"),
        Url = ProgressJson.Optional(members, "url"),
        FileName = ProgressJson.Optional(members, "fileName"),
        Size = members.TryGetProperty("size", out var size) ? size.GetInt64() : null,
        Sha256 = ProgressJson.Optional(members, "sha256"),
        MediaType = ProgressJson.Optional(members, "mediaType"),
        Value = members.TryGetProperty("value", out var value) ? value.GetDecimal() : null,
        Unit = ProgressJson.Optional(members, "unit"),
        Period = members.TryGetProperty("period", out _) ? ProgressJson.ReadPeriod(members) : null,
        Note = ProgressJson.Optional(members, "note"),
        AddedAt = members.GetProperty("addedAt").GetDateTimeOffset(),
        Reviews = members.TryGetProperty("reviews", out var reviews) ? [.. reviews.EnumerateArray().Select(ReadReview)] : [],
        Withdrawal = members.TryGetProperty("withdrawal", out var withdrawal)
            ? new EvidenceWithdrawal(At(withdrawal)) { By = ProgressJson.Optional(withdrawal, "by"), Reason = ProgressJson.Optional(withdrawal, "reason") }
            : null,
    };

    private static EvidenceReview ReadReview(JsonElement members) => new(Decisions[members.GetProperty("decision").GetString()!], At(members))
    {
        By = ProgressJson.Optional(members, "by"),
        Reason = ProgressJson.Optional(members, "reason"),
    };

    private static DateTimeOffset At(JsonElement members) => members.GetProperty("at").GetDateTimeOffset();

    private static void Write(Utf8JsonWriter json, string? by, DateTimeOffset at, string? reason)
    {
        ProgressJson.WriteOptional(json, "by", by);
        json.WriteString("at", at);
        ProgressJson.WriteOptional(json, "reason", reason);
    }
}
