using System.Diagnostics;
using GovGraph.GraphQL.Costs;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Diagnostics;

/// <summary>One operation, or one event of a subscription, while somebody listens: its span and its time.</summary>
internal sealed class ObservedOperation(EngineDiagnostics diagnostics, GraphQLRequest request, string processingType, Activity? span) : IDisposable
{
    // An answer may list a thousand errors, and a caller may choose names of any length.
    private const int MostEvents = 16;
    private const int LongestText = 200;

    private readonly long _startedAt = Stopwatch.GetTimestamp();
    private string _type = "unknown";
    private string _outcome = "cancelled";

    /// <summary>A span of a step on the way.</summary>
    public Activity? StartStep(string name, string step)
    {
        var started = diagnostics.StartSpan(name);
        started?.SetTag(Tags.ProcessingType, step);
        return started;
    }

    public void Found(OperationDefinitionNode operation)
    {
        _type = operation.Operation switch
        {
            OperationType.Query => "query",
            OperationType.Mutation => "mutation",
            _ => "subscription",
        };
        if (span is null) return;
        span.DisplayName = _type;
        span.SetTag(Tags.OperationType, _type);
        if (operation.Name is { } name) span.SetTag(Tags.OperationName, Shortened(name.Value));
    }

    public void Weighed(Cost cost)
    {
        if (span is not { IsAllDataRequested: true }) return;
        span.SetTag(Tags.FieldCost, cost.Fields);
        span.SetTag(Tags.TypeCost, cost.Types);
    }

    public void Answered(GraphQLResponse response)
    {
        _outcome = response.Kind switch
        {
            ResponseKind.Executed => response.ErrorCount == 0 ? "ok" : "errors",
            ResponseKind.Aborted => "aborted",
            ResponseKind.StreamNeeded => "stream",
            _ => "refused",
        };
        if (response.Kind == ResponseKind.StreamNeeded) return;
        foreach (var error in response.Errors) diagnostics.Count(error);
        if (span is { IsAllDataRequested: true } && response.Errors.Count > 0) Tell(span, response.Errors);
    }

    public void Dispose()
    {
        Record();
        if (span is null) return;
        if (span.IsAllDataRequested)
        {
            span.SetTag(Tags.ProcessingType, processingType);
            span.SetTag(Tags.Outcome, _outcome);
            span.SetTag(Tags.DocumentHash, DocumentHash.Of(request.Query));
            if (request.DocumentId is { } id) span.SetTag(Tags.DocumentId, id);
        }

        span.Dispose();
    }

    private static void Tell(Activity span, IReadOnlyList<GraphQLError> errors)
    {
        span.SetStatus(ActivityStatusCode.Error);
        span.SetTag(Tags.ErrorCount, errors.Count);
        foreach (var error in errors.Take(MostEvents))
        {
            var tags = new ActivityTagsCollection { [Tags.ErrorCode] = EngineDiagnostics.CodeOf(error) };
            if (!error.Path.IsEmpty) tags[Tags.ErrorPath] = Shortened("/" + string.Join('/', error.Path));
            if (error.Extensions.TryGetValue("errorId", out var id)) tags[Tags.ErrorId] = id;
            span.AddEvent(new ActivityEvent(Spans.ErrorEvent, tags: tags));
        }
    }

    /// <summary>Names of operations are the caller's and without number: measurements are told apart only by ids that the operator gave.</summary>
    private void Record()
    {
        var tags = new TagList { { Tags.OperationType, _type }, { Tags.Outcome, _outcome } };
        if (request.DocumentId is { } id) tags.Add(Tags.DocumentId, id);
        diagnostics.Record(Stopwatch.GetElapsedTime(_startedAt), tags);
    }

    private static string Shortened(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";
}
