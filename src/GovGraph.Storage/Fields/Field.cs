using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;

namespace GovGraph.Storage.Fields;

/// <summary>A field that can be filtered, and perhaps sorted by: its name in queries and its place in a stored document.</summary>
public abstract class Field
{
    private protected Field(string name, string? bsonPath) => (Name, BsonPath) = (name, bsonPath ?? name);

    public abstract FieldKind Kind { get; }

    /// <summary>The GraphQL name.</summary>
    public string Name { get; }

    /// <summary>The path below the node's own document; empty for the plan's document, in which the node stands.</summary>
    public string BsonPath { get; }

    /// <summary>The type of the values it is compared with; null for what holds no plain values.</summary>
    public virtual Type? ValueType => null;

    /// <summary>What a stored document without the member means; null where that is nothing.</summary>
    public object? Absent { get; internal init; }

    /// <summary>The map of its object or its items.</summary>
    public virtual FieldMap? Inner => null;
}

/// <summary>A field of <typeparamref name="T"/>.</summary>
public abstract class Field<T> : Field
{
    private protected Field(string name, string? bsonPath)
        : base(name, bsonPath)
    {
    }

    internal abstract Func<T, bool> Compile(FieldFilter filter);

    /// <summary>The column to sort by; <paramref name="rest"/> is the path below this field, <paramref name="summary"/> what a summary looks at. Null where there is none.</summary>
    internal virtual SortColumn<T>? Column(ReadOnlySpan<string> rest, SummaryScope? summary) => null;

    private protected ArgumentException Unsupported(FieldFilter filter) => new($"'{Name}' can't be filtered by: {filter}");

    private protected ArgumentException WrongType(object? value, FieldFilter filter) =>
        new($"'{Name}' takes values of type {ValueType?.Name}, not {value?.GetType().Name}: {filter}");
}
