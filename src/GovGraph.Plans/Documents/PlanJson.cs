using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Evidence;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Documents;

/// <summary>How documents are coded as JSON: readable, Vietnamese letters as they are, nothing written that is not there.</summary>
[JsonSerializable(typeof(PlanDocument))]
internal sealed partial class PlanJson : JsonSerializerContext
{
    /// <summary>Deep enough for sections in sections in sections.</summary>
    public const int MaxDepth = 64;

    private static readonly PlanJson Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Converters =
        {
            new SharedTextConverter(),
            new UpperSnake<ReformProgram>(),
            new UpperSnake<AdministrativeLevel>(),
            new UpperSnake<DamageKind>(),
            new UpperSnake<TaskStatus>(),
            new UpperSnake<EvidenceKind>(),
            new UpperSnake<EvidenceRule>(),
            new UpperSnake<ReviewDecision>(),
            new UpperSnake<ExtensionVerdict>(),
        },
    });

    public static JsonTypeInfo<PlanDocument> Plan => Context.PlanDocument;

    private sealed class UpperSnake<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false)
        where T : struct, Enum;
}
