namespace GovGraph.Server.Ide;

/// <summary>GraphiQL at the address of the API, served from the program itself.</summary>
internal static class IdeEndpoint
{
    /// <summary>Maps the files of the page below <c>/graphql/ide/</c> and gives the page, which answers a browser's <c>GET /graphql</c>.</summary>
    public static RequestDelegate MapIde(this IEndpointRouteBuilder endpoints)
    {
        var files = new IdeFiles(typeof(IdeEndpoint).Assembly);
        endpoints.MapMethods("/graphql/ide/{**name}", ["GET", "HEAD"], files.AnswerAsync).WithDisplayName("GraphiQL");
        return files.AnswerWithPageAsync;
    }
}
