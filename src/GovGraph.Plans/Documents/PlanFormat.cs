using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovGraph.Plans.Documents;

/// <summary>The versions of the plan format: which one a file has, and how an older one becomes the present one.</summary>
public sealed class PlanFormat
{
    private const string Member = "schemaVersion";

    private readonly ImmutableArray<Action<JsonObject>> steps;

    /// <param name="version">The present version.</param>
    /// <param name="steps">Each makes the next version of a file; the last one makes the present.</param>
    public PlanFormat(int version, params ImmutableArray<Action<JsonObject>> steps) => (Version, this.steps) = (version, steps);

    /// <summary>Version 1 is the first; nothing older was ever written.</summary>
    public static PlanFormat Present { get; } = new(PlanRules.SchemaVersion);

    public int Version { get; }

    /// <summary>The oldest version that can be brought up to date.</summary>
    public int Oldest => Version - steps.Length;

    /// <summary>The version that a file says it has; null where it says none that is a number.</summary>
    public static int? VersionOf(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8.StartsWith("\uFEFF"u8) ? utf8["\uFEFF"u8.Length..] : utf8, new JsonReaderOptions { MaxDepth = PlanJson.MaxDepth });
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isVersion = json.ValueTextEquals(Member);
                json.Read();
                if (isVersion)
                {
                    return json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var version) ? version : null;
                }

                json.Skip();
            }
        }
        catch (JsonException)
        {
            // What is not JSON has no version; who reads it as a plan says why.
        }

        return null;
    }

    /// <summary>Why a file of this version can't be used, as the end of a sentence that begins with its name; null where it can.</summary>
    public string? WhyNot(int version) =>
        version > Version ? string.Create(CultureInfo.InvariantCulture, $"has version {version} of the plan format, and this program knows versions up to {Version}. Use the program that wrote it, or a newer one.")
        : version < Oldest ? string.Create(CultureInfo.InvariantCulture, $"has version {version} of the plan format, and {Oldest} is the oldest that can be brought up to date. Correct its {Member}, or take it away.")
        : null;

    /// <summary>The same plan in the present version; what is there already, or is of no known version, stays as it is.</summary>
    public byte[] Renew(byte[] utf8)
    {
        if (VersionOf(utf8) is not { } from || from >= Version || from < Oldest)
        {
            return utf8;
        }

        var document = JsonNode.Parse(utf8, documentOptions: new JsonDocumentOptions { MaxDepth = PlanJson.MaxDepth })!.AsObject();
        foreach (var step in steps[(from - Oldest)..])
        {
            step(document);
        }

        document[Member] = Version;
        return JsonSerializer.SerializeToUtf8Bytes(document);
    }
}
