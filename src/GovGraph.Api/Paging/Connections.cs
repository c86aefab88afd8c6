using System.Collections.Immutable;
using GovGraph.Api.Filters;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.Storage;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Paging;

namespace GovGraph.Api.Paging;

/// <summary>Reads a connection's arguments into a query to the store. Limits, messages and codes are Hot Chocolate's.</summary>
internal static class Connections
{
    public static async ValueTask<Page<T>> Find<T>(
        FieldMap<T> map, Func<Query<T>, CancellationToken, ValueTask<Page<T>>> find, FieldContext context, Filter? within = null)
    {
        var where = context.Argument<IReadOnlyDictionary<string, object?>?>("where");
        var query = new Query<T>
        {
            Filter = Both(within, where is null ? null : FilterInputs.Read(map, where, context.Get<Moment>().Today)),
            Order = OrderInputs.Read(context.HasArgument("order") ? context.Argument<IReadOnlyList<object?>?>("order") : null, context.Get<Moment>().Today),
            Page = ReadPage(context, context.Get<PageSizes>().Default),
            WithTotalCount = context.IsSelected("totalCount"),
        };
        return Found(await find(query, context.CancellationToken), context);
    }

    private static Filter? Both(Filter? within, Filter? where) => within is null ? where : where is null ? within : Filter.And(within, where);

    /// <summary>The page, where it could be given.</summary>
    public static Page<T> Found<T>(Page<T> page, FieldContext context) =>
        page.Fault is { } fault ? throw new GraphQLException(ErrorOf(fault, context)) : page;

    public static PageRequest ReadPage(FieldContext context, int defaultSize)
    {
        var sizes = context.Get<PageSizes>();
        var first = context.Argument<int?>("first");
        var last = context.Argument<int?>("last");
        var asked = Math.Max(first ?? 0, last ?? 0);
        if (asked > sizes.Max)
        {
            throw new GraphQLException(new GraphQLError("The maximum allowed items per page were exceeded.")
            {
                Code = "HC0051",
                Extensions = ImmutableDictionary<string, object?>.Empty
                    .Add("coordinate", context.Coordinate).Add("requestedItems", asked).Add("maxAllowedItems", sizes.Max),
            });
        }

        return new()
        {
            First = first ?? (last is null ? defaultSize : null),
            After = context.Argument<string?>("after"),
            Last = last,
            Before = context.Argument<string?>("before"),
        };
    }

    private static GraphQLError ErrorOf(PageFault fault, FieldContext context) => new(fault.Message)
    {
        Code = fault.Kind switch
        {
            PageFaultKind.NegativeCount => "HC0079",
            PageFaultKind.MomentTooFar => "MOMENT_TOO_FAR",
            PageFaultKind.TooManyGroups => "TOO_MANY_GROUPS",
            _ => "HC0078",
        },
        Extensions = ImmutableDictionary<string, object?>.Empty.Add("argument", fault.Argument).Add("coordinate", context.Coordinate),
    };
}
