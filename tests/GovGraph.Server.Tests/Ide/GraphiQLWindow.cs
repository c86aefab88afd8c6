using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GovGraph.Server.Tests.Ide;

/// <summary>GraphiQL in a browser's window, and what the browser had to complain of.</summary>
internal sealed class GraphiQLWindow : IAsyncDisposable
{
    private readonly List<string> _complaints = [];
    private readonly List<string> _addresses = [];
    private readonly Uri _address;

    private GraphiQLWindow(IPage page, Uri address)
    {
        (Page, _address) = (page, address);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
        page.WebSocket += (_, socket) => _addresses.Add(socket.Url.Replace("ws://", "http://", StringComparison.Ordinal));
        page.Context.Request += (_, request) => _addresses.Add(request.Url);
        page.Context.RequestFailed += (_, request) => _complaints.Add($"{request.Url}: {request.Failure}");
        page.Context.Response += (_, response) =>
        {
            if (response.Status >= 400) _complaints.Add($"{response.Url}: {response.Status}");
        };
    }

    public IPage Page { get; }

    public ILocator Tabs => Page.Locator(".graphiql-tab-button");

    public ILocator Query => Page.Locator(".graphiql-query-editor .view-lines");

    public ILocator Result => Page.Locator(".graphiql-response .view-lines");

    public ILocator Docs => Page.Locator(".graphiql-doc-explorer");

    /// <summary>Opens the page with nothing stored from before and waits until the editor stands.</summary>
    public static async Task<GraphiQLWindow> OpenAsync(Chromium chromium, Uri address)
    {
        var window = new GraphiQLWindow(await chromium.OpenAsync(), address);
        await window.Page.GotoAsync(address.AbsoluteUri);
        await Expect(window.Query).ToContainTextAsync("query");
        return window;
    }

    public Task WriteAsync(string query) => WriteAsync(Query, query);

    public async Task WriteHeadersAsync(string headers)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Headers" }).ClickAsync();
        await WriteAsync(Page.Locator(".graphiql-editor-tool .view-lines:visible"), headers);
    }

    private async Task WriteAsync(ILocator editor, string text)
    {
        await editor.ClickAsync();
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.InsertTextAsync(text);
    }

    public Task RunAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();

    public async Task OpenDocsAsync()
    {
        await Page.GetByLabel("Show Documentation Explorer").ClickAsync();
        await Expect(Docs).ToContainTextAsync("Query");
    }

    /// <summary>Nothing failed, and nothing was asked of anybody else. Keeps what there is to see where GOVGRAPH_SCREENSHOTS names a folder.</summary>
    public async Task WentWellAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("GOVGRAPH_SCREENSHOTS") is { } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }

        Assert.Empty(_complaints);
        Assert.All(_addresses, address => Assert.StartsWith(_address.GetLeftPart(UriPartial.Authority) + "/", address, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
