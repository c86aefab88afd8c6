using Microsoft.Playwright;
using Xunit;

namespace GovGraph.Server.Tests.Ide;

/// <summary>Debian's Chromium, driven by Playwright and unable to find any host but 127.0.0.1; absent where it is not installed.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string NotInstalled = "Chromium is not installed: apt-get install chromium, or name it in GOVGRAPH_CHROMIUM.";

    private static readonly string Executable = Environment.GetEnvironmentVariable("GOVGRAPH_CHROMIUM") ?? "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static bool IsInstalled => File.Exists(Executable);

    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled) return;
        Assertions.SetDefaultExpectTimeout(60_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        });
    }

    /// <summary>A window of its own, with nothing stored from before.</summary>
    internal async Task<IPage> OpenAsync(ColorScheme colors = ColorScheme.Light)
    {
        var window = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ColorScheme = colors });
        return await window.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
