using System.Collections.Frozen;
using System.Collections.Immutable;
using GovGraph.Storage.Ordering;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of one kind of node, each named once.</summary>
public abstract class FieldMap
{
    private protected FieldMap(string name) => Name = name;

    /// <summary>The GraphQL type.</summary>
    public string Name { get; }

    /// <summary>The field without which the object counts as absent, though it is there to hold what else is known; null where it may be null.</summary>
    public string? Presence { get; internal init; }

    /// <summary>The list, and the date of its items, that bounds on the object itself ask about: one item lies within all of them.</summary>
    public (string List, string Date)? Dates { get; internal init; }

    public abstract IReadOnlyList<Field> Fields { get; }

    public abstract Field? Find(string name);
}

/// <summary>The fields of <typeparamref name="T"/>.</summary>
public sealed class FieldMap<T> : FieldMap
{
    private readonly FrozenDictionary<string, Field<T>> byName;
    private readonly ImmutableArray<Field<T>> fields;
    private readonly Func<T, string?>? key;

    internal FieldMap(string name, params ImmutableArray<Field<T>> fields)
        : base(name)
    {
        this.fields = fields;
        byName = fields.ToFrozenDictionary(field => field.Name);
    }

    public override IReadOnlyList<Field> Fields => fields;

    /// <summary>What orders items that are equal in all that was asked for, and alone where nothing was; unique.</summary>
    public ImmutableArray<OrderTerm> Tail { get; internal init; } = [new("id")];

    /// <summary>What names an item in its list; its id where nothing else is said.</summary>
    internal Func<T, string?> Key { get => key ?? ((IdField<T>)byName["id"]).Get; init => key = value; }

    public override Field? Find(string name) => byName.GetValueOrDefault(name);

    internal Field<T> Get(string name) =>
        byName.TryGetValue(name, out var field) ? field : throw new ArgumentException($"{Name} has no field '{name}' to filter by.");

    internal SortColumn<T> Column(OrderTerm term)
    {
        var names = term.Path.Split('.');
        return (byName.TryGetValue(names[0], out var field) ? field.Column(names.AsSpan(1), term.Summary) : null)
            ?? throw new ArgumentException($"{Name} can't be ordered by '{term.Path}'.");
    }
}
