using System.Collections.Concurrent;
using GovGraph.Api.Tests.Audit;
using GovGraph.Storage;
using GovGraph.Storage.Access;
using GovGraph.Storage.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>The program with another store, in this process, so that a test can see what it logs.</summary>
internal sealed class InProcessServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly LogLines _log;

    private InProcessServer(WebApplication app, LogLines log, RememberingTrail audit)
    {
        (_app, _log, Audit) = (app, log, audit);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    /// <summary>What it tells the audit trail.</summary>
    public RememberingTrail Audit { get; }

    public IReadOnlyCollection<string> Log => _log.Lines;

    public static Task<InProcessServer> Start(PlanStore store) => Start(store, keys: null, LogLevel.Error);

    /// <summary>The same with keys, and with all that is logged from a level on.</summary>
    public static Task<InProcessServer> Start(PlanStore store, KeyStore? keys, LogLevel level, params string[] settings) => Start(store, keys, level, TimeProvider.System, settings);

    /// <summary>The same with a clock of its own.</summary>
    public static async Task<InProcessServer> Start(PlanStore store, KeyStore? keys, LogLevel level, TimeProvider time, params string[] settings)
    {
        var log = new LogLines(level);
        var builder = GovGraphHost.CreateBuilder(["--urls", "http://127.0.0.1:0", .. settings]);
        builder.Logging.ClearProviders().AddProvider(log);
        if (level < LogLevel.Error)
        {
            builder.Services.PostConfigure<LoggerFilterOptions>(options =>
            {
                options.Rules.Clear();
                options.MinLevel = level;
            });
        }

        var audit = new RememberingTrail();
        builder.Services.AddSingleton(store).AddSingleton(time).AddSingleton<AuditTrail>(audit);
        if (keys is not null) builder.Services.AddSingleton(keys);
        var app = GovGraphHost.Build(builder);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, log, audit);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _log.Dispose();
    }

    private sealed class LogLines(LogLevel level) : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= level;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Lines.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
