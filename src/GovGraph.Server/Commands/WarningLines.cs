namespace GovGraph.Server.Commands;

/// <summary>Warnings as lines; what a server tells at its start is of no use to a command.</summary>
internal sealed class WarningLines(TextWriter error) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) error.WriteLine(formatter(state, exception));
    }
}
