namespace GovGraph.Server.Ide;

/// <summary>GraphiQL at the address of the API, served from the program itself.</summary>
internal static class IdeEndpoint
{
    private static readonly IdeFiles s_files = new(typeof(IdeEndpoint).Assembly);

    /// <summary>The page, which answers a browser's <c>GET /graphql</c>.</summary>
    public static Task AnswerWithPageAsync(HttpContext context) => s_files.AnswerWithPageAsync(context);

    /// <summary>Answers for the files of the page, below <c>/graphql/ide/</c>.</summary>
    public static IEndpointConventionBuilder MapIde(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/graphql/ide/{**name}", ["GET", "HEAD"], s_files.AnswerAsync).WithDisplayName("GraphiQL");
}
