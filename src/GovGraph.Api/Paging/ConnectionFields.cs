using GovGraph.GraphQL.Bindings;
using GovGraph.Storage.Paging;

namespace GovGraph.Api.Paging;

/// <summary>A connection is a page of the store.</summary>
internal static class ConnectionFields
{
    public static void Bind<T>(TypeBinding<Page<T>> connections)
        where T : class
    {
        connections.Field("pageInfo", page => PageInfo.Of(page));
        connections.Field("edges", page => Enumerable.Range(0, page.Items.Length).Select(index => new Edge<T>(page.Cursor(index), page.Items[index])));
        connections.Field("nodes", page => page.Items);
        connections.Field("totalCount", page => page.TotalCount);
    }

    public static void BindEdge<T>(TypeBinding<Edge<T>> edges)
        where T : class
    {
        edges.Field("cursor", edge => edge.Cursor);
        edges.Field("node", edge => edge.Node);
    }

    public static void BindInfo(TypeBinding<PageInfo> infos)
    {
        infos.Field("hasNextPage", info => info.HasNextPage);
        infos.Field("hasPreviousPage", info => info.HasPreviousPage);
        infos.Field("startCursor", info => info.StartCursor);
        infos.Field("endCursor", info => info.EndCursor);
    }
}

internal sealed record Edge<T>(string Cursor, T Node);

internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor)
{
    public static PageInfo Of<T>(Page<T> page) => new(page.HasNextPage, page.HasPreviousPage, page.StartCursor, page.EndCursor);
}
