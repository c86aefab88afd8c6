using GovGraph.Api.Filters;
using GovGraph.Api.Paging;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Search;
using GovGraph.Storage;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Paging;
using GovGraph.Storage.Search;

namespace GovGraph.Api.Search;

internal static class SearchFields
{
    public static void Bind(SchemaBindings bindings)
    {
        bindings.Enum<SearchKind>("SearchKind");
        bindings.Type<SearchHit>("SearchHit", hits =>
        {
            hits.Field("node", hit => hit.Node);
            hits.Field("plan", hit => hit.Plan);
            hits.Field("score", hit => hit.Score);
            hits.Field("highlights", hit => hit.Highlights);
        });
        bindings.Type<Highlight>("Highlight", highlights =>
        {
            highlights.Field("field", highlight => highlight.Field);
            highlights.Field("fragments", highlight => highlight.Fragments);
        });
        bindings.Type<HighlightFragment>("HighlightFragment", fragments =>
        {
            fragments.Field("text", fragment => fragment.Text);
            fragments.Field("isMatch", fragment => fragment.IsMatch);
        });
    }

    public static async ValueTask<Page<SearchHit>> Find(PlanStore store, FieldContext context)
    {
        if (WantedText.Read(context.Argument<string>("text"), out var fault) is not { } text)
        {
            throw new GraphQLException(new GraphQLError(fault!) { Code = "SEARCH_TEXT_INVALID" });
        }

        var query = new SearchQuery(text) { Page = Connections.ReadPage(context, context.Get<PageSizes>().Default), WithTotalCount = context.IsSelected("totalCount") };
        if (context.Argument<IReadOnlyList<object?>?>("kinds") is { } kinds)
        {
            query = query with { Kinds = [.. kinds.Cast<SearchKind>()] };
        }

        if (context.Argument<IReadOnlyDictionary<string, object?>?>("plan") is { } plan)
        {
            query = query with { Plans = FilterInputs.Read(FieldMaps.Plans, plan, context.Get<Moment>().Today) };
        }

        return Connections.Found(await store.Search(query, context.CancellationToken), context);
    }
}
