using System.Collections.Frozen;
using System.Reflection;

namespace GovGraph.Server.Ide;

/// <summary>The files of GraphiQL that an assembly has in it; none where it was built without Node.js.</summary>
internal sealed class IdeFiles(Assembly assembly)
{
    private const string Root = "ide/";

    private readonly FrozenDictionary<string, IdeFile> _files = assembly.GetManifestResourceNames()
        .Where(resource => resource.StartsWith(Root, StringComparison.Ordinal))
        .Select(resource => new IdeFile(assembly, resource, resource[Root.Length..]))
        .ToFrozenDictionary(file => file.Name, StringComparer.Ordinal);

    public Task AnswerAsync(HttpContext context) =>
        context.Request.RouteValues["name"] is string name && name.StartsWith("assets/", StringComparison.Ordinal) && _files.TryGetValue(name, out var file)
            ? file.AnswerAsync(context)
            : TypedResults.NotFound().ExecuteAsync(context);

    public Task AnswerWithPageAsync(HttpContext context)
    {
        // The addresses in the page are relative to /graphql and would not hold from /graphql/.
        if (context.Request.Path.Value is ['/', .. var path, '/'])
        {
            context.Response.Redirect($"../{path[(path.LastIndexOf('/') + 1)..]}");
            return Task.CompletedTask;
        }

        if (_files.TryGetValue("index.html", out var page)) return page.AnswerAsync(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return _files["missing.html"].AnswerAsync(context);
    }
}
