using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GovGraph.Server.Tests.Ide;

/// <summary>GraphiQL as a user sees it, in a real browser.</summary>
public sealed class GraphiQLTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly List<string> _complaints = [];
    private readonly List<string> _addresses = [];

    private StubGraphQL _stub = null!;
    private IdeServer _server = null!;
    private IPage _page = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Chromium.IsInstalled, Chromium.NotInstalled);
        Assert.SkipUnless(IdeServer.HasPage, IdeServer.NotBuilt);
        _stub = await StubGraphQL.CreateAsync(Cancellation);
        _server = await IdeServer.StartAsync(_stub.AnswerAsync);
        _page = await chromium.OpenAsync();
        Watch(_page);
    }

    public async ValueTask DisposeAsync()
    {
        if (_page is not null) await _page.Context.CloseAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    [Fact]
    public async Task Opens_with_a_tab_for_each_example()
    {
        await OpenAsync();

        await Expect(_page.Locator(".graphiql-tab-button")).ToHaveTextAsync(
            ["DanhSachKeHoach", "ToanVanKeHoach", "NhiemVuCuaDonVi", "NhiemVuQuaHan", "TimTrongVanBan", "BaoCaoHoanThanh"]);
        await Expect(QueryEditor).ToContainTextAsync("# Các kế hoạch, mới nhất trước.");
        await KeepScreenshotAsync("open");
    }

    [Fact]
    public async Task Runs_an_example_and_shows_the_result()
    {
        await OpenAsync();

        await RunAsync();

        await Expect(Result).ToContainTextAsync("Cải cách hành chính năm 2020 của xã Thượng Lộ");
        Assert.Equal(["DanhSachKeHoach -"], _stub.Asked);
        await KeepScreenshotAsync("result");
    }

    [Fact]
    public async Task Runs_an_example_with_its_variables()
    {
        await OpenAsync();

        await _page.GetByRole(AriaRole.Tab, new() { Name = "NhiemVuCuaDonVi" }).ClickAsync();
        await RunAsync();

        await Expect(Result).ToContainTextAsync("totalCount");
        Assert.Equal(["""NhiemVuCuaDonVi {"donVi":"Văn phòng – Thống kê","vaiTro":["LEAD"]}"""], _stub.Asked);
        await KeepScreenshotAsync("variables");
    }

    [Fact]
    public async Task Shows_the_docs_of_the_schema()
    {
        await OpenAsync();

        await _page.GetByLabel("Show Documentation Explorer").ClickAsync();
        var docs = _page.Locator(".graphiql-doc-explorer");
        await docs.GetByText("Query", new() { Exact = true }).ClickAsync();
        await docs.GetByText("planById", new() { Exact = true }).ClickAsync();

        await Expect(docs).ToContainTextAsync("The plan (kế hoạch) with this id, such as thuong-lo-2020-cchc; null where there is none.");
        await KeepScreenshotAsync("docs");
    }

    [Fact]
    public async Task Marks_what_the_schema_does_not_know()
    {
        await OpenAsync();
        await Expect(_page.Locator(".squiggly-error")).ToHaveCountAsync(0);

        await QueryEditor.ClickAsync();
        await _page.Keyboard.PressAsync("Control+A");
        await _page.Keyboard.TypeAsync("{ keHoach { id } }");

        await Expect(_page.Locator(".graphiql-query-editor .squiggly-error")).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Vietnamese_is_written_in_fonts_that_the_program_brings_along()
    {
        await OpenAsync();
        await _page.GetByLabel("Show Documentation Explorer").ClickAsync();
        await Expect(_page.Locator(".graphiql-doc-explorer")).ToContainTextAsync("kế hoạch");

        foreach (var lines in await _page.Locator(".monaco-editor .view-lines").AllAsync())
        {
            await Expect(lines).ToHaveCSSAsync("font-family", new Regex("^\"JetBrains Mono Variable\""));
        }

        var loaded = await _page.EvaluateAsync<string[]>("""
            async () => {
              await document.fonts.ready;
              return [...document.fonts].filter(f => f.status === 'loaded' && f.unicodeRange.includes('U+1EA0-1EF9')).map(f => f.family.replaceAll('"', '')).sort();
            }
            """);
        Assert.Equal(["JetBrains Mono Variable", "Roboto Variable"], loaded);
    }

    private ILocator QueryEditor => _page.Locator(".graphiql-query-editor .view-lines");

    private ILocator Result => _page.Locator(".graphiql-response .view-lines");

    /// <summary>Opens the page and waits until the editor stands and the schema is known.</summary>
    private async Task OpenAsync()
    {
        await _page.GotoAsync(_server.Page.AbsoluteUri);
        await Expect(QueryEditor).ToContainTextAsync("query");
        await Expect(_page.Locator(".graphiql-spinner")).ToHaveCountAsync(0);
    }

    private Task RunAsync() => _page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();

    private void Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
        page.Context.RequestFailed += (_, request) => _complaints.Add($"{request.Url}: {request.Failure}");
        page.Context.Response += (_, response) =>
        {
            if (response.Status >= 400) _complaints.Add($"{response.Url}: {response.Status}");
        };
        page.Context.Request += (_, request) => _addresses.Add(request.Url);
    }

    /// <summary>Keeps what the test saw where GOVGRAPH_SCREENSHOTS names a folder, and wants that nothing went wrong on the way.</summary>
    private async Task KeepScreenshotAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("GOVGRAPH_SCREENSHOTS") is { } folder)
        {
            await _page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }

        Assert.Empty(_complaints);
        Assert.All(_addresses, address => Assert.StartsWith(_server.Http.BaseAddress!.AbsoluteUri, address, StringComparison.Ordinal));
    }
}
