using System.Collections.Immutable;
using System.Globalization;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Tests.Transport.Export;

/// <summary>Seven things, on pages of at most three, behind the real engine.</summary>
internal static class PagedSchema
{
    private const int Most = 3;
    private const int Count = 7;
    private const string Sdl =
        """
        type Query { things(first: Int, after: String, last: Int): ThingsConnection, box: Box!, number: Int!, nothing: Box }
        type Box { things(first: Int, after: String): ThingsConnection, parts: [Part!]! }
        type ThingsConnection { pageInfo: PageInfo!, nodes: [Thing!], edges: [ThingsEdge!], totalCount: Int! }
        type ThingsEdge { cursor: String!, node: Thing! }
        type PageInfo { hasNextPage: Boolean!, endCursor: String }
        interface Named { name: String }
        type Thing implements Named { name: String, number: Int!, half: Float, isOdd: Boolean!, part: Part, parts: [Part!]! }
        type Part { name: String }
        """;

    private static readonly string?[] s_names = ["một, hai", "=1+1", "- \"ba\"", null, "năm\nlăm", "sáu", "bảy"];

    /// <param name="asked">Is told of each page.</param>
    /// <param name="broken">The number of a thing whose page can't be given.</param>
    public static Engine Engine(Action<int?, string?>? asked = null, int broken = 0)
    {
        var bindings = new SchemaBindings()
            .Root("Query", query => query
                .Field("things", (_, context) => Things(context, asked, broken))
                .Field("box", _ => new Box())
                .Field("number", _ => 1)
                .Field("nothing", _ => (Box?)null))
            .Type<Box>("Box", boxes => boxes
                .Field("things", (_, context) => Things(context, asked, broken))
                .Field("parts", _ => ImmutableArray.Create(new Part("a"), new Part("b"))))
            .Type<Page>("ThingsConnection", pages => pages
                .Field("pageInfo", page => page.Info)
                .Field("nodes", page => page.Things)
                .Field("edges", page => page.Things.Select(thing => new Edge(thing)))
                .Field("totalCount", _ => Count))
            .Type<Edge>("ThingsEdge", edges => edges.Field("cursor", edge => Cursor(edge.Node)).Field("node", edge => edge.Node))
            .Type<PageInfo>("PageInfo", infos => infos.Field("hasNextPage", info => info.HasNext).Field("endCursor", info => info.End))
            .Interface("Named")
            .Type<Thing>("Thing", things => things
                .Field("name", thing => thing.Name)
                .Field("number", thing => thing.Number)
                .Field("half", thing => thing.Number / 2.0)
                .Field("isOdd", thing => thing.Number % 2 == 1)
                .Field("part", thing => thing.Number == 1 ? new Part("p") : null)
                .Field("parts", thing => thing.Number == 1 ? ImmutableArray.Create(new Part("x"), new Part(null), new Part("z")) : []))
            .Type<Part>("Part", parts => parts.Field("name", part => part.Name));
        return GraphQL.Transport.Engine.Of(new RequestExecutor(BoundSchema.Create(SchemaBuilder.Build(Sdl).Schema!, bindings), new ExecutionOptions()));
    }

    private static Page Things(FieldContext context, Action<int?, string?>? asked, int broken)
    {
        var (first, after) = (context.Argument<int?>("first"), context.Argument<string?>("after"));
        asked?.Invoke(first, after);
        if (first > Most) throw new GraphQLException(new GraphQLError("A page has at most 3 things."));
        var start = int.Parse(after ?? "0", CultureInfo.InvariantCulture);
        ImmutableArray<Thing> things = [.. Enumerable.Range(start + 1, Count - start).Take(first ?? Most).Select(number => new Thing(s_names[number - 1], number))];
        if (things.Any(thing => thing.Number == broken)) throw new GraphQLException(new GraphQLError("This page is lost."));
        return new Page(things, new PageInfo(things.Length > 0 && things[^1].Number < Count, things.IsEmpty ? null : Cursor(things[^1])));
    }

    private static string Cursor(Thing thing) => thing.Number.ToString(CultureInfo.InvariantCulture);

    private sealed record Box;

    private sealed record Page(ImmutableArray<Thing> Things, PageInfo Info);

    private sealed record PageInfo(bool HasNext, string? End);

    private sealed record Edge(Thing Node);

    private sealed record Thing(string? Name, int Number);

    private sealed record Part(string? Name);
}
