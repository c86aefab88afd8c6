using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;
using GovGraph.Plans.Deadlines;

namespace GovGraph.Plans.Documents;

/// <summary>Reads and writes a plan's file, in the format of docs/plan-format.md.</summary>
public static class PlanFile
{
    private static readonly PlanRules Rules = new();

    /// <summary>Reads a plan, or says all that is wrong with the file. Never throws, whatever the bytes are.</summary>
    public static PlanReading Read(ReadOnlySpan<byte> utf8)
    {
        var faults = new PlanFaults();
        if (Parse(utf8, faults) is not { } document)
        {
            return new PlanReading { Faults = faults.ToImmutable() };
        }

        Check(document, faults);
        if (!faults.IsEmpty)
        {
            return new PlanReading { Faults = faults.ToImmutable() };
        }

        var plan = PlanBuilder.Build(document);
        return new PlanReading { Plan = plan, UnknownDeadlines = UnknownDeadlines(plan) };
    }

    /// <summary>The file of a plan: UTF-8, with a line feed at the end.</summary>
    public static byte[] Write(Plan plan)
    {
        using var stream = new MemoryStream();
        JsonSerializer.Serialize(stream, PlanWriter.Write(plan), PlanJson.Plan);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>Finds what breaks a rule, beyond the shape.</summary>
    internal static void Check(PlanDocument document, PlanFaults faults)
    {
        foreach (var failure in Rules.Validate(document).Errors)
        {
            faults.Add(JsonPath.Of(failure.PropertyName), failure.ErrorMessage);
        }
    }

    private static PlanDocument? Parse(ReadOnlySpan<byte> utf8, PlanFaults faults)
    {
        var json = utf8.StartsWith("\uFEFF"u8) ? utf8["\uFEFF"u8.Length..] : utf8;
        if (!Utf8.IsValid(json))
        {
            faults.Add("$", "is not UTF-8", "không phải UTF-8");
            return null;
        }

        try
        {
            using var parsed = JsonDocument.Parse(json.ToArray(), new JsonDocumentOptions { MaxDepth = PlanJson.MaxDepth });
            new ShapeCheck(faults).Check(parsed.RootElement, PlanJson.Plan, "$");
            return faults.IsEmpty ? parsed.Deserialize(PlanJson.Plan) : null;
        }
        catch (JsonException fault)
        {
            faults.Add("$", $"is not JSON: {fault.Message}", $"không phải JSON: {fault.Message}");
            return null;
        }
    }

    private static ImmutableArray<string> UnknownDeadlines(Plan plan) =>
    [
        .. plan.Tasks
            .Where(task => task.Deadline.Kinds.Contains(DeadlineKind.Unknown))
            .Select(task => $"{task.Id}: {task.Deadline.Text}"),
    ];
}
