using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Costs;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Execution;

/// <summary>One request being executed: its variables, its writer, its errors. Used by one thread at a time.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Executing-Operations"/>
internal sealed partial class Execution : IDisposable
{
    private const int StepsBetweenChecks = 64;

    private readonly CompiledOperation _operation;
    private readonly Cost? _reportedCost;
    private readonly ExecutionOptions _options;
    private readonly WrittenRuns? _writtenRuns;
    private Dictionary<CompiledField, InputObject>? _arguments;
    private int _steps;
    private bool _isInRun;

    public Execution(
        PreparedRequest request,
        RequestState state,
        ExecutionOptions options,
        WrittenValues written,
        CancellationToken cancellationToken)
    {
        _operation = request.Operation;
        _reportedCost = request.ReportedCost;
        _options = options;
        _requestToken = cancellationToken;
        _startedAt = options.TimeProvider.GetTimestamp();
        Variables = request.Variables;
        State = state;
        Writer = new JsonWriter(options.MaxResponseBytes, _operation.ExpectedBytes, written.Strings);
        _writtenRuns = written.Runs;
        _writtenRuns?.Tick(_startedAt);
    }

    public JsonWriter Writer { get; }

    public VariableValues Variables { get; }

    public RequestState State { get; }

    public string? OperationName => _operation.Definition.Name?.Value;

    /// <summary>Runs the operation. Where no resolver waits, the task is complete when this returns.</summary>
    public ValueTask<GraphQLResponse> RunAsync(CompiledSelectionSet selectionSet, object rootValue)
    {
        Writer.WriteRaw("{\"data\":"u8);
        _waveStart = _dataMark = Writer.Position;
        try
        {
            if (_operation.Definition.Operation == OperationType.Mutation) return ExecuteSeriallyAsync(selectionSet, rootValue);

            if (!ExecuteSelectionSet(selectionSet, rootValue)) NullData();
            return _pendingCount == 0 ? new(Finish()) : FinishPendingAsync();
        }
        catch (Exception exception) when (IsAbortion(exception))
        {
            return new(Abort(exception));
        }
    }

    /// <summary>ExecuteSelectionSet: every field in turn. False when a null falls through to the parent.</summary>
    public bool ExecuteSelectionSet(CompiledSelectionSet selectionSet, object parent)
    {
        if (++_steps % StepsBetweenChecks == 0) ThrowIfExpired();
        foreach (var step in selectionSet.Steps)
        {
            if (!(step.Run is { } run ? ExecuteRun(run, parent) : step.Field!.Bound.Execute(this, step.Field, parent))) return false;
        }

        Writer.WriteRaw(selectionSet.Fields.Length == 0 ? "{}"u8 : "}"u8);
        return true;
    }

    public bool CompleteObject(CompiledField field, BoundObject type, object value, bool isItem, bool isNonNull)
    {
        var selectionSet = field.SelectionSet(type);

        // The list that holds an item has entered the path already.
        if (isItem) return ExecuteSelectionSet(selectionSet, value);

        Enter(field, isNonNull);
        var completed = ExecuteSelectionSet(selectionSet, value);
        Leave();
        return completed;
    }

    /// <summary>The arguments of a field that has variables in them, coerced once.</summary>
    public InputObject Arguments(CompiledField field)
    {
        _arguments ??= [];
        if (!_arguments.TryGetValue(field, out var arguments)) _arguments[field] = arguments = field.CoerceArguments(Variables);
        return arguments;
    }

    /// <summary>Fields of an object that never changes: copied where they have been written before.</summary>
    private bool ExecuteRun(FieldRun run, object parent)
    {
        var isWanted = false;
        var isKept = _writtenRuns is not null && !_isInRun && !run.IsTooLong;
        if (isKept)
        {
            var written = _writtenRuns!.Find(parent, run, out isWanted);
            if (!written.IsEmpty)
            {
                Writer.WriteRaw(written);
                return true;
            }
        }

        // What is inside is kept with the whole, not once more by itself.
        var (isInRun, start, errorCount) = (_isInRun, Writer.Position, ErrorCount);
        _isInRun |= isKept;
        foreach (var field in run.Fields)
        {
            if (field.Bound.Execute(this, field, parent)) continue;
            _isInRun = isInRun;
            return false;
        }

        _isInRun = isInRun;
        if (isWanted && errorCount == ErrorCount) _writtenRuns!.Keep(parent, run, Writer.Written[start..]);
        return true;
    }

    private GraphQLResponse Finish()
    {
        Dispose();
        if (_errors is { Count: > 0 } errors)
        {
            Writer.WriteRaw(",\"errors\":"u8);
            ErrorWriter.Write(Writer, errors);
        }

        if (_reportedCost is { } cost)
        {
            Writer.WriteRaw(","u8);
            CostReport.Write(Writer, cost);
        }

        Writer.WriteByte((byte)'}');
        Writer.EnsureWithinLimit();
        _operation.ExpectedBytes = Writer.Position;
        return new GraphQLResponse(Writer, ResponseKind.Executed, (IReadOnlyList<GraphQLError>?)_errors ?? []);
    }
}
