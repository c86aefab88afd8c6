using System.Collections.Frozen;
using System.Text.Json;
using GovGraph.Plans.Deadlines;

namespace GovGraph.Storage.Files.Journals;

/// <summary>A request for more time in a line of the journal: the same members as in a plan file.</summary>
internal static class ExtensionJson
{
    private static readonly FrozenDictionary<string, ExtensionVerdict> Verdicts = ProgressJson.Words<ExtensionVerdict>();

    public static void Write(Utf8JsonWriter json, DeadlineExtension item)
    {
        json.WriteString("id", item.Id);
        json.WriteString("due", item.Due.ToString("O"));
        json.WriteString("until", item.Until.ToString("O"));
        json.WriteString("reason", item.Reason);
        ProgressJson.WriteOptional(json, "by", item.By);
        json.WriteString("at", item.At);
        if (item.Decision is { } decision)
        {
            json.WriteStartObject("decision");
            json.WriteString("verdict", ProgressJson.Word(decision.Verdict));
            ProgressJson.WriteOptional(json, "until", decision.Until?.ToString("O"));
            ProgressJson.WriteOptional(json, "by", decision.By);
            json.WriteString("at", decision.At);
            ProgressJson.WriteOptional(json, "reason", decision.Reason);
            json.WriteEndObject();
        }
    }

    public static DeadlineExtension Read(JsonElement members) => new()
    {
        Id = members.GetProperty("id").GetString()!,
        Due = ProgressJson.ReadDate(members.GetProperty("due").GetString()!),
        Until = ProgressJson.ReadDate(members.GetProperty("until").GetString()!),
        Reason = members.GetProperty("reason").GetString()!,
        By = ProgressJson.Optional(members, "by"),
        At = members.GetProperty("at").GetDateTimeOffset(),
        Decision = members.TryGetProperty("decision", out var decision) ? ReadDecision(decision) : null,
    };

    private static ExtensionDecision ReadDecision(JsonElement members) => new(Verdicts[members.GetProperty("verdict").GetString()!], members.GetProperty("at").GetDateTimeOffset())
    {
        Until = ProgressJson.OptionalDate(members, "until"),
        By = ProgressJson.Optional(members, "by"),
        Reason = ProgressJson.Optional(members, "reason"),
    };
}
