using System.Collections.Immutable;
using System.Security.Cryptography;
using GovGraph.GraphQL.Errors;

namespace GovGraph.GraphQL.Execution;

// Errors of fields, and what ends the whole request.
internal sealed partial class Execution
{
    private readonly Lock _lock = new();
    // A long list in which every item fails says the same over and over.
    private const int MaxErrors = 1000;

    private List<GraphQLError>? _errors;

    private int ErrorCount => _errors?.Count ?? 0;

    /// <summary>Reports an error of the field. False, for the caller to return.</summary>
    public bool Fail(CompiledField field, string message)
    {
        ReportError(new GraphQLError(message), field, PathTo(field));
        return false;
    }

    /// <summary>Reports what a resolver threw: an error meant for the caller as it is, anything else masked.</summary>
    public void Fail(CompiledField field, Exception exception)
    {
        var path = PathTo(field);
        if (exception is GraphQLException { Error: var error })
        {
            ReportError(error, field, path);
            return;
        }

        var errorId = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var masked = new GraphQLError("Unexpected Execution Error")
        {
            Code = ErrorCodes.UnexpectedExecutionError,
            Extensions = ImmutableDictionary<string, object?>.Empty.Add("errorId", errorId),
        };
        ReportError(masked, field, path);
        _options.OnFault?.Invoke(new FieldFault(errorId, field.Coordinate, path.ToArray(), exception) { State = State });
    }

    public void ReportError(GraphQLError error, CompiledField field, ResponsePath path)
    {
        var located = error with
        {
            Locations = error.Locations.IsEmpty ? field.Locations : error.Locations,
            Path = error.Path.IsEmpty ? path.ToArray() : error.Path,
        };
        ReportError(located);
    }

    public void ReportError(GraphQLError error)
    {
        lock (_lock)
        {
            _errors ??= [];
            if (_errors.Count < MaxErrors) _errors.Add(error);
            else if (_errors.Count == MaxErrors) _errors.Add(new GraphQLError($"There are more than {MaxErrors} errors; the others are not told."));
        }
    }

    /// <summary>The errors reported so far, as the answer to a request that comes to nothing.</summary>
    public GraphQLResponse Refuse()
    {
        Writer.Dispose();
        return GraphQLResponse.Refuse(ResponseKind.RequestError, _errors ?? []);
    }

    /// <summary>Whether an exception is the field's own affair, and not the end of the request.</summary>
    public bool IsFieldFault(Exception exception) => !IsAbortion(exception);

    /// <summary>Gives the request up. A caller who went away is told by the exception, there is nobody to answer.</summary>
    private GraphQLResponse Abort(Exception exception)
    {
        Dispose();
        Writer.Dispose();
        _requestToken.ThrowIfCancellationRequested();
        var error = exception is ResponseTooLargeException
            ? new GraphQLError(exception.Message + " Ask for less at once.") { Code = ErrorCodes.ResponseTooLarge }
            : new GraphQLError($"The request exceeded the configured timeout of `{_options.Timeout}`.") { Code = ErrorCodes.Timeout };
        return GraphQLResponse.Refuse(ResponseKind.Aborted, [error]);
    }
}
