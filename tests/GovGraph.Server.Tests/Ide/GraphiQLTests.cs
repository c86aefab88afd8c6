using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using GovGraph.Plans.Documents;
using GovGraph.Server.Tests.Access;
using GovGraph.Storage;
using GovGraph.Storage.Access;
using GovGraph.Storage.Files;
using Microsoft.Extensions.Logging;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GovGraph.Server.Tests.Ide;

/// <summary>GraphiQL as a user sees it, in a real browser, with the five plans behind it.</summary>
public sealed class GraphiQLTests(Chromium chromium, ServerFixture fixture) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Opens_with_a_tab_for_each_example()
    {
        await using var window = await OpenAsync();

        await Expect(window.Tabs).ToHaveTextAsync(
            ["DanhSachKeHoach", "ToanVanKeHoach", "NhiemVuCuaDonVi", "NhiemVuQuaHan", "TimTrongVanBan", "BaoCaoHoanThanh", "TheoDoiThayDoi"]);
        await Expect(window.Query).ToContainTextAsync("# Các kế hoạch, mới nhất trước.");
        await window.WentWellAsync("open");
    }

    [Fact]
    public async Task Runs_an_example_and_shows_the_result()
    {
        await using var window = await OpenAsync();

        await window.RunAsync();

        await Expect(window.Result).ToContainTextAsync("\"totalCount\": 5");
        await Expect(window.Result).ToContainTextAsync("NÂNG CAO HIỆU QUẢ QUẢN TRỊ VÀ HÀNH CHÍNH CÔNG XÃ TRƯNG TRẮC NĂM 2024");
        await window.WentWellAsync("result");
    }

    [Fact]
    public async Task Runs_an_example_with_its_variables()
    {
        await using var window = await OpenAsync();

        await window.Tabs.GetByText("NhiemVuCuaDonVi").ClickAsync();
        await window.RunAsync();

        await Expect(window.Result).ToContainTextAsync("thuong-lo-2020-cchc/1.2#3");
        await Expect(window.Page.Locator(".unicode-highlight")).ToHaveCountAsync(0);
        await window.WentWellAsync("variables");
    }

    [Fact]
    public async Task Shows_the_docs_of_the_schema()
    {
        await using var window = await OpenAsync();

        await window.OpenDocsAsync();
        await window.Docs.GetByText("Query", new() { Exact = true }).ClickAsync();
        await window.Docs.GetByText("planById", new() { Exact = true }).ClickAsync();

        await Expect(window.Docs).ToContainTextAsync("The plan (kế hoạch) with this id, such as thuong-lo-2020-cchc; null where there is none.");
        await window.WentWellAsync("docs");
    }

    [Fact]
    public async Task Marks_what_the_schema_does_not_know()
    {
        await using var window = await OpenAsync();

        await window.WriteAsync("{ keHoach { id } }");

        await Expect(window.Page.Locator(".graphiql-query-editor .squiggly-error")).ToHaveCountAsync(1);
        await window.WentWellAsync("error");
    }

    [Fact]
    public async Task Shows_what_a_subscription_brings_over_a_socket_to_the_same_address()
    {
        SkipWithoutPage();
        await using var server = await IdeServer.StartAsync();
        await using var window = await GraphiQLWindow.OpenAsync(chromium, server.Page);

        await window.WriteAsync("subscription Dem { count(to: 3) }");
        await window.RunAsync();

        await Expect(window.Result).ToContainTextAsync("\"count\": 3");
        await window.WentWellAsync("subscription");
    }

    [Fact]
    public async Task Follows_what_happens_with_a_key_that_stands_in_the_headers()
    {
        SkipWithoutPage();
        using var folder = new TemporaryFolder();
        await using var store = FileStore.Open(new FileStoreOptions { Path = folder.Path });
        await store.Insert(PlanFile.Read(File.ReadAllBytes(Repository.Seed("thuong-lo-2020-cchc"))).Plan!, new ChangeRecord(DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        var keys = new HeldKeys();
        var key = keys.Make("trang", made => made with { Scopes = [Scope.Read, Scope.EvidenceWrite] });
        await using var server = await InProcessServer.Start(store, keys, LogLevel.Error);
        server.Client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        var before = await SendAsync(server, "{ changes(last: 1) { pageInfo { endCursor } } }");
        var cursor = before.GetProperty("data").GetProperty("changes").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        await SendAsync(server, """mutation { addNote(input: { taskId: "thuong-lo-2020-cchc/1.2#1", text: "Đã gửi" }) { note { id } } }""");
        await using var window = await GraphiQLWindow.OpenAsync(chromium, new(server.Client.BaseAddress!, "/graphql"));

        await window.Tabs.GetByText("TheoDoiThayDoi").ClickAsync();
        await window.WriteAsync(ExampleTests.Text("7-theo-doi-thay-doi").Replace("onTaskChanged(", $"onTaskChanged(after: \"{cursor}\", ", StringComparison.Ordinal));
        await window.WriteHeadersAsync($$"""{ "Authorization": "Bearer {{key}}" }""");
        await window.RunAsync();

        await Expect(window.Result).ToContainTextAsync("\"after\": \"Đã gửi\"");
    }

    [Fact]
    public async Task Vietnamese_is_written_in_fonts_that_the_program_brings_along()
    {
        await using var window = await OpenAsync();
        await window.OpenDocsAsync();

        foreach (var lines in await window.Page.Locator(".monaco-editor .view-lines").AllAsync())
        {
            await Expect(lines).ToHaveCSSAsync("font-family", new Regex("^\"JetBrains Mono Variable\""));
        }

        var loaded = await window.Page.EvaluateAsync<string[]>("""
            async () => {
              await document.fonts.ready;
              return [...document.fonts].filter(f => f.status === 'loaded' && f.unicodeRange.includes('U+1EA0-1EF9')).map(f => f.family.replaceAll('"', '')).sort();
            }
            """);
        Assert.Equal(["JetBrains Mono Variable", "Roboto Variable"], loaded);
    }

    private static async Task<JsonElement> SendAsync(InProcessServer server, string query)
    {
        using var response = await server.Client.PostAsJsonAsync("/graphql", new { query }, TestContext.Current.CancellationToken);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private Task<GraphiQLWindow> OpenAsync()
    {
        SkipWithoutPage();
        return GraphiQLWindow.OpenAsync(chromium, fixture.Server.Address);
    }

    private static void SkipWithoutPage()
    {
        Assert.SkipUnless(Chromium.IsInstalled, Chromium.NotInstalled);
        Assert.SkipUnless(IdeServer.HasPage, IdeServer.NotBuilt);
    }
}
