using System.Reflection;
using GovGraph.Server.Ide;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GovGraph.Server.Tests.Ide;

public sealed class IdeFilesTests
{
    [Fact]
    public async Task Built_without_Node_the_page_says_what_is_missing_and_what_to_do()
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = new MemoryStream() } };
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = "/graphql";

        await new IdeFiles(new AssemblyWithoutPage()).AnswerWithPageAsync(context);

        context.Response.Body.Position = 0;
        var page = await new StreamReader(context.Response.Body).ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal(StatusCodes.Status404NotFound, context.Response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", context.Response.ContentType);
        Assert.Contains("máy không có Node.js, hoặc npm không tải được các gói cần thiết", page, StringComparison.Ordinal);
        Assert.Contains("dotnet build -t:Rebuild src/GovGraph.Server", page, StringComparison.Ordinal);
    }

    /// <summary>The server's assembly as it is when GraphiQL was not built.</summary>
    private sealed class AssemblyWithoutPage : Assembly
    {
        public override string[] GetManifestResourceNames() => ["ide/missing.html"];

        public override Stream? GetManifestResourceStream(string name) => typeof(IdeFiles).Assembly.GetManifestResourceStream(name);
    }
}
