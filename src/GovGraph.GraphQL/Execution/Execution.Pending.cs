using System.Threading.Channels;
using GovGraph.GraphQL.Execution.Completion;

namespace GovGraph.GraphQL.Execution;

// Resolvers that wait. A waiting field leaves a hole and the fields after it go on, so all that can start together does.
// As each becomes ready its value is written further on in the same buffer, one at a time; in the end the pieces are
// stitched together in the order of the selection set.
internal sealed partial class Execution
{
    private Wave? _wave;
    private int _waveStart;
    private int _pendingCount;
    private int _dataMark;
    private bool _dataIsNull;
    private Channel<PendingField>? _ready;

    public void Defer<T>(ValueTask<T> task, ValueCompletion<T> completion, CompiledField field)
    {
        var path = PathTo(field);
        _wave ??= new Wave(null, null, null) { Start = _waveStart };
        _ready ??= Channel.CreateUnbounded<PendingField>(new UnboundedChannelOptions { SingleReader = true });
        var pending = new PendingField<T>(task, completion, field, path, ScopeHere(), Writer.Position);
        _wave.Holes.Add(pending);
        _pendingCount++;
        pending.OnReady(ready => _ready.Writer.TryWrite(ready));
    }

    /// <summary>Cuts back to the start of a nullable value that failed, and writes null instead.</summary>
    public void WriteNullAt(int mark)
    {
        Writer.Truncate(mark);
        if (_wave is { Holes: var holes })
        {
            for (var last = holes.Count - 1; last >= 0 && holes[last].Offset >= mark; last--)
            {
                holes[last].IsDropped = true;
                holes.RemoveAt(last);
            }
        }

        Writer.WriteNull();
    }

    /// <summary>A pending field failed that may not be null: the nearest nullable value around it becomes null.</summary>
    public void NullAround(PendingField pending)
    {
        if (pending.Scope is { } scope) scope.IsNulled = true;
        else _dataIsNull = true;
    }

    private async ValueTask<GraphQLResponse> FinishPendingAsync()
    {
        try
        {
            await DrainAsync().ConfigureAwait(false);
            return Finish();
        }
        catch (Exception exception) when (IsAbortion(exception))
        {
            return Abort(exception);
        }
    }

    /// <summary>A mutation's root fields: each is wholly done before the next one starts.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-Normal-and-Serial-Execution"/>
    private async ValueTask<GraphQLResponse> ExecuteSeriallyAsync(CompiledSelectionSet selectionSet, object rootValue)
    {
        try
        {
            foreach (var field in selectionSet.Fields)
            {
                _waveStart = Writer.Position;
                if (!field.Bound.Execute(this, field, rootValue)) NullData();
                if (_pendingCount > 0) await DrainAsync().ConfigureAwait(false);
                if (_dataIsNull) return Finish();
            }

            Writer.WriteRaw(selectionSet.Fields.Length == 0 ? "{}"u8 : "}"u8);
            return Finish();
        }
        catch (Exception exception) when (IsAbortion(exception))
        {
            return Abort(exception);
        }
    }

    /// <summary>Completes the pending fields as they become ready, those that they leave pending included, then stitches.</summary>
    private async ValueTask DrainAsync()
    {
        var root = _wave!;
        root.End = Writer.Position;
        var cancellationToken = CancellationToken;
        while (_pendingCount > 0)
        {
            var pending = await _ready!.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            _pendingCount--;
            if (IsDead(pending))
            {
                pending.Discard();
                continue;
            }

            _wave = pending;
            pending.Start = Writer.Position;
            pending.Complete(this);
            pending.End = Writer.Position;
        }

        _wave = null;
        if (_dataIsNull) NullData();
        else Stitch(root);
    }

    private void Stitch(Wave root)
    {
        using var output = new JsonWriter(_options.MaxResponseBytes, Writer.Position);
        root.Stitch(Writer.Written, output);
        Writer.Truncate(root.Start);
        Writer.WriteRaw(output.Written);
    }

    private bool IsDead(PendingField pending)
    {
        if (pending.IsDropped || _dataIsNull) return true;
        for (var scope = pending.Scope; scope is not null; scope = scope.Parent)
        {
            if (scope.IsNulled) return true;
        }

        return false;
    }

    /// <summary>The nearest nullable value around what is being written, kept up to date until it is written whole.</summary>
    private NullScope? ScopeHere()
    {
        var scope = _wave!.Scope;
        for (var depth = 0; depth < _depth; depth++)
        {
            ref var entry = ref _path[depth];
            entry.IsObserved = true;
            if (!entry.IsNonNull) scope = entry.Scope ??= new NullScope(entry.Mark, scope);
            if (entry.Index >= 0 && !entry.ItemIsNonNull) scope = entry.ItemScope ??= new NullScope(entry.ItemMark, scope);
        }

        return scope;
    }

    private void NullData()
    {
        WriteNullAt(_dataMark);
        LeaveTo(0);
        _dataIsNull = true;
    }
}
