using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport;

/// <summary>Waits beside what stays open until whoever opened it is let in no more.</summary>
public sealed class Dismissal : IAsyncDisposable
{
    private readonly CancellationTokenSource _closed;
    private readonly Task _waiting;

    /// <param name="dismissed">Completes when it is so; null where that never is.</param>
    /// <param name="context">Who opened it.</param>
    /// <param name="close">Closes it.</param>
    public Dismissal(Func<HttpContext, CancellationToken, Task>? dismissed, HttpContext context, Action close)
    {
        _closed = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        _waiting = dismissed is null ? Task.CompletedTask : WaitAsync(dismissed(context, _closed.Token), close);
    }

    /// <summary>It was closed before.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _waiting;
        _closed.Dispose();
    }

    private async Task WaitAsync(Task dismissed, Action close)
    {
        try
        {
            await dismissed;
            close();
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // Nothing is open any more.
        }
    }
}
