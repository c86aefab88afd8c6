using GovGraph.GraphQL.Errors;

namespace GovGraph.GraphQL.Execution;

// The way from the root, or from the pending field being completed, to the value being written. Only composite values
// enter it; the path of an error or of a pending field is made from it when it is needed.
internal sealed partial class Execution
{
    private const int DeepestPath = 512;

    private PathEntry[] _path = new PathEntry[8];
    private int _depth;

    /// <summary>How deep the path is, for <see cref="LeaveTo"/>.</summary>
    public int Depth => _depth;

    /// <summary>Enters a list, or an object outside of a list, whose first byte is about to be written.</summary>
    public void Enter(CompiledField field, bool isNonNull)
    {
        if (_depth == _path.Length) DeepenPath();
        ref var entry = ref _path[_depth++];
        entry.Field = field;
        entry.Index = -1;
        entry.Mark = Writer.Position;
        entry.IsNonNull = isNonNull;
    }

    /// <summary>Enters the next item of the list entered last.</summary>
    public void EnterItem(int index, bool isNonNull)
    {
        ref var entry = ref _path[_depth - 1];
        if (entry.IsObserved) CloseItem(ref entry);
        entry.Index = index;
        entry.ItemMark = Writer.Position;
        entry.ItemIsNonNull = isNonNull;
    }

    public void Leave()
    {
        ref var entry = ref _path[--_depth];
        if (entry.IsObserved) Close(ref entry);
    }

    public void LeaveTo(int depth)
    {
        while (_depth > depth) Leave();
    }

    /// <summary>The path to the value of a field: to the item being completed when it is a list.</summary>
    public ResponsePath PathTo(CompiledField field)
    {
        var path = _wave?.Path;
        var last = _wave?.Field;
        for (var depth = 0; depth < _depth; depth++)
        {
            ref var entry = ref _path[depth];
            entry.IsObserved = true;
            if (entry.Field != last) path = entry.Path ??= new ResponsePath(path, entry.Field!.ResponseName, -1);
            if (entry.Index >= 0) path = entry.ItemPath ??= new ResponsePath(path, null, entry.Index);
            last = entry.Field;
        }

        return last == field ? path! : new ResponsePath(path, field.ResponseName, -1);
    }

    private void DeepenPath()
    {
        if (_depth >= DeepestPath)
        {
            throw new GraphQLException(new GraphQLError($"The response is nested deeper than {DeepestPath} levels. Ask for less at once.")
            {
                Code = ErrorCodes.TooDeep,
            });
        }

        Array.Resize(ref _path, _depth * 2);
    }

    private void Close(ref PathEntry entry)
    {
        CloseItem(ref entry);
        entry.Scope?.End = Writer.Position;
        entry.Scope = null;
        entry.Path = null;
        entry.IsObserved = false;
    }

    // Right after an item comes one byte that is no longer its own: the comma, or the bracket of its list.
    private void CloseItem(ref PathEntry entry)
    {
        entry.ItemScope?.End = Writer.Position - 1;
        entry.ItemScope = null;
        entry.ItemPath = null;
    }

    /// <summary>One composite value on the way: an object, or a list and the item in it that is being written.</summary>
    private struct PathEntry
    {
        public CompiledField? Field;
        public int Index;
        public int Mark;
        public int ItemMark;
        public bool IsNonNull;
        public bool ItemIsNonNull;

        // Whether it has any of the four below, made only when a field below must wait or tell its path.
        public bool IsObserved;
        public NullScope? Scope;
        public NullScope? ItemScope;
        public ResponsePath? Path;
        public ResponsePath? ItemPath;
    }
}
