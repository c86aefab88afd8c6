using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>The program itself, as a process of its own on a free port of 127.0.0.1.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StreamReader _output;
    private readonly HttpClient _client;

    private RunningServer(Process process, StreamReader output, Uri address, IReadOnlyList<string> log, IReadOnlyList<string> greeting)
    {
        (_process, _output, Log, Greeting) = (process, output, log, greeting);
        _client = new HttpClient { BaseAddress = address };
    }

    /// <summary>The lines that it logged before it answered.</summary>
    public IReadOnlyList<string> Log { get; }

    /// <summary>The lines that it printed at its start.</summary>
    public IReadOnlyList<string> Greeting { get; }

    public Uri Address => _client.BaseAddress!;

    public int ProcessId => _process.Id;

    public HttpClient Client => _client;

    public static Task<RunningServer> Start(string dataFolder, params string[] settings) => StartIn(new Dictionary<string, string>(), dataFolder, settings);

    /// <summary>The same, with more variables in its environment.</summary>
    public static async Task<RunningServer> StartIn(IReadOnlyDictionary<string, string> environment, string dataFolder, params string[] settings)
    {
        var (process, output) = Launch(dataFolder, settings, environment: environment);
        var (log, greeting) = (new List<string>(), new List<string>());
        while (greeting.Count < 3)
        {
            var line = await output.ReadLineAsync() ?? throw new InvalidOperationException(
                $"The server ended with code {process.ExitCode}: {string.Join('\n', greeting)} {await process.StandardError.ReadToEndAsync()}");

            // The log comes before.
            if (greeting.Count > 0 || line.StartsWith("GovGraph answers at ", StringComparison.Ordinal)) greeting.Add(line);
            else log.Add(line);
        }

        return new(process, output, new Uri(greeting[0].Split(' ')[^1]), log, greeting);
    }

    /// <summary>Runs a program that is expected to end by itself: its exit code and what it said on standard error.</summary>
    public static Task<(int ExitCode, string Error)> RunToEnd(string dataFolder, params string[] settings) => RunToEnd(dataFolder, libraryPath: null, settings);

    /// <summary>The same, with a folder where libraries are looked for first.</summary>
    public static async Task<(int ExitCode, string Error)> RunToEnd(string dataFolder, string? libraryPath, string[] settings)
    {
        var (process, _) = Launch(dataFolder, settings, libraryPath);
        using (process)
        {
            var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, error);
        }
    }

    /// <summary>Sends one operation and gives the whole response.</summary>
    public async Task<JsonElement> Send(string query, object? variables = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var response = await _client.PostAsJsonAsync("", new { query, variables }, cancellation);
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
    }

    /// <summary>The next line that it prints.</summary>
    public async Task<string?> ReadLine() => await _output.ReadLineAsync(TestContext.Current.CancellationToken);

    /// <summary>All that it prints until it ends.</summary>
    public async Task<string> ReadToEnd()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (output, error) = (_output.ReadToEndAsync(cancellation), _process.StandardError.ReadToEndAsync(cancellation));
        return await output + await error;
    }

    /// <summary>SIGTERM, and waits until it has ended by itself.</summary>
    public async Task Stop()
    {
        using var kill = Process.Start("kill", [$"{_process.Id}"]);
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGKILL: no time to finish anything.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }

    private static (Process Process, StreamReader Output) Launch(string dataFolder, string[] settings, string? libraryPath = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "GovGraph.Server.dll"), "--urls", "http://127.0.0.1:0", "--GovGraph:Storage:Path", dataFolder },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (libraryPath is not null) start.Environment["LD_LIBRARY_PATH"] = libraryPath;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        foreach (var setting in settings) start.ArgumentList.Add(setting);

        var process = Process.Start(start)!;
        return (process, process.StandardOutput);
    }
}
