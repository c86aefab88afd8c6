namespace GovGraph.GraphQL.Execution;

/// <summary>What is written in one go, and the holes in it: fields still pending, whose values are written further on in the buffer.</summary>
internal class Wave(CompiledField? field, ResponsePath? path, NullScope? scope)
{
    /// <summary>The field whose value this is; null at the root.</summary>
    public CompiledField? Field { get; } = field;

    public ResponsePath? Path { get; } = path;

    /// <summary>The nearest nullable value around it; null where that is "data".</summary>
    public NullScope? Scope { get; } = scope;

    public int Start { get; set; }

    public int End { get; set; }

    /// <summary>In the order of their offsets.</summary>
    public List<PendingField> Holes { get; } = [];

    /// <summary>Puts the values of the holes where they belong.</summary>
    public void Stitch(ReadOnlySpan<byte> written, JsonWriter output)
    {
        var position = Start;
        foreach (var hole in Holes)
        {
            if (hole.Offset < position) continue;
            if (NulledAround(hole) is { } nulled)
            {
                output.WriteRaw(written[position..nulled.Start]);
                output.WriteNull();
                position = nulled.End;
                continue;
            }

            output.WriteRaw(written[position..hole.Offset]);
            hole.Stitch(written, output);
            position = hole.Offset;
        }

        output.WriteRaw(written[position..End]);
    }

    /// <summary>The outermost nulled value of this wave that the hole is in.</summary>
    private NullScope? NulledAround(PendingField hole)
    {
        NullScope? outermost = null;
        for (var scope = hole.Scope; scope != Scope; scope = scope!.Parent)
        {
            if (scope!.IsNulled) outermost = scope;
        }

        return outermost;
    }
}
