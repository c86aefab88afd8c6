using System.Collections.Frozen;
using System.Text.Json;
using GovGraph.Plans.Deadlines;

namespace GovGraph.Storage.Files.Journals;

/// <summary>A request for more time in a line of the journal: the same members as in a plan file.</summary>
internal static class ExtensionJson
{
    private static readonly FrozenDictionary<string, ExtensionVerdict> Verdicts = JsonMembers.Words<ExtensionVerdict>();

    public static void Write(Utf8JsonWriter json, DeadlineExtension item)
    {
        json.WriteString("id", item.Id);
        json.WriteString("due", item.Due.ToString("O"));
        json.WriteString("until", item.Until.ToString("O"));
        json.WriteString("reason", item.Reason);
        json.WriteOptional("by", item.By);
        json.WriteString("at", item.At);
        if (item.Decision is { } decision)
        {
            json.WriteStartObject("decision");
            json.WriteString("verdict", JsonMembers.Word(decision.Verdict));
            json.WriteOptional("until", decision.Until?.ToString("O"));
            json.WriteOptional("by", decision.By);
            json.WriteString("at", decision.At);
            json.WriteOptional("reason", decision.Reason);
            json.WriteEndObject();
        }
    }

    public static DeadlineExtension Read(JsonElement members) => new()
    {
        Id = members.GetProperty("id").GetString()!,
        Due = JsonMembers.ReadDate(members.GetProperty("due").GetString()!),
        Until = JsonMembers.ReadDate(members.GetProperty("until").GetString()!),
        Reason = members.GetProperty("reason").GetString()!,
        By = members.Optional("by"),
        At = members.GetProperty("at").GetDateTimeOffset(),
        Decision = members.TryGetProperty("decision", out var decision) ? ReadDecision(decision) : null,
    };

    private static ExtensionDecision ReadDecision(JsonElement members) => new(Verdicts[members.GetProperty("verdict").GetString()!], members.GetProperty("at").GetDateTimeOffset())
    {
        Until = members.OptionalDate("until"),
        By = members.Optional("by"),
        Reason = members.Optional("reason"),
    };
}
