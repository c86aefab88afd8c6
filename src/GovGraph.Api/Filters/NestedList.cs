using System.Collections.Immutable;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.Storage;
using GovGraph.Storage.Fields;

namespace GovGraph.Api.Filters;

/// <summary><c>where</c>, <c>order</c>, <c>first</c> and <c>after</c> on a list of a plan that is read already: the meaning is the store's, at every level.</summary>
internal static class NestedList
{
    public static void List<T, TItem>(this TypeBinding<T> type, string name, FieldMap<TItem> map, Func<T, ImmutableArray<TItem>> items)
        where T : notnull =>
        type.List(name, map, items, (parent, _) => items(parent));

    /// <summary>A list that other arguments narrow as well.</summary>
    public static void List<T, TItem>(
        this TypeBinding<T> type, string name, FieldMap<TItem> map, Func<T, ImmutableArray<TItem>> whole, Func<T, FieldContext, ImmutableArray<TItem>> items)
        where T : notnull =>
        type.Field(name, whole, (parent, context) => Select(context.Get<Selections>().Get(map, context), items(parent, context), context));

    private static ImmutableArray<T> Select<T>(Selection<T> selection, ImmutableArray<T> items, FieldContext context) => selection.CanBegin(items)
        ? selection.Of(items)
        : throw new GraphQLException(new GraphQLError($"`after` names nothing in this list: it has no '{selection.After}'.")
        {
            Code = "HC0078",
            Extensions = ImmutableDictionary<string, object?>.Empty.Add("argument", "after").Add("coordinate", context.Coordinate),
        });
}

/// <summary>The selections of one request: a field's is made ready once, however many lists it is asked on.</summary>
internal sealed class Selections
{
    // A field has the same arguments, the same object even, on every parent. No arguments are one object for all fields.
    private readonly Dictionary<(IReadOnlyDictionary<string, object?> Arguments, object Map), object> _made = [];

    public Selection<T> Get<T>(FieldMap<T> map, FieldContext context)
    {
        if (_made.TryGetValue((context.Arguments, map), out var known)) return (Selection<T>)known;

        var selection = Read(map, context);
        _made.Add((context.Arguments, map), selection);
        return selection;
    }

    private static Selection<T> Read<T>(FieldMap<T> map, FieldContext context)
    {
        var where = context.Argument<IReadOnlyDictionary<string, object?>?>("where");
        var first = context.Argument<int?>("first");
        if (first < 0) throw new GraphQLException(new GraphQLError($"`first` must not be negative, but it is {first}.") { Code = "HC0079" });

        return new(
            map,
            where is null ? null : FilterInputs.Read(map, where, context.Get<Moment>().Today),
            OrderInputs.Read(context.Argument<IReadOnlyList<object?>?>("order"), context.Get<Moment>().Today),
            first,
            context.Argument<string?>("after"));
    }
}
