using System.Collections.Immutable;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.Storage;
using GovGraph.Storage.Fields;

namespace GovGraph.Api.Filters;

/// <summary><c>where</c>, <c>order</c> and <c>first</c> on a list of a plan that is read already: the meaning is the store's, at every level.</summary>
internal static class NestedList
{
    public static ImmutableArray<T> Of<T>(FieldMap<T> map, ImmutableArray<T> items, FieldContext context)
    {
        if (context.Arguments.Count == 0) return items;

        var where = context.Argument<IReadOnlyDictionary<string, object?>?>("where");
        var first = context.Argument<int?>("first");
        if (first < 0)
        {
            throw new GraphQLException(new GraphQLError("`first` must be 0 or more.") { Code = "HC0079" });
        }

        return new Selection<T>(
            map,
            where is null ? null : FilterInputs.Read(map, where, context.Get<Moment>().Today),
            OrderInputs.Read(context.Argument<IReadOnlyList<object?>?>("order")),
            first).Of(items);
    }
}
