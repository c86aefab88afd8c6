namespace GovGraph.GraphQL.Execution;

/// <summary>A string kept with its JSON form, for what is served again and again: writing it is one copy.</summary>
public sealed class EncodedString
{
    private readonly byte[] _json;

    public EncodedString(string value)
    {
        Value = value;
        using var writer = new JsonWriter();
        writer.WriteString(value);
        _json = writer.Written.ToArray();
    }

    public string Value { get; }

    /// <summary>Quoted, escaped, in UTF-8.</summary>
    internal ReadOnlySpan<byte> Json => _json;

    public override string ToString() => Value;
}
