using System.Net.WebSockets;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GovGraph.GraphQL.Transport.WebSockets;

/// <summary>One operation of a socket, from subscribe to complete or error.</summary>
internal sealed class SocketOperation(
    string id,
    ParsedRequest request,
    HttpContext context,
    OperationRunner runner,
    SocketWriter writer,
    ILogger logger,
    CancellationToken connectionEnded) : IDisposable
{
    private const AllowedOperations Allowed = AllowedOperations.Mutation | AllowedOperations.Subscription;

    private readonly CancellationTokenSource _cancelled = CancellationTokenSource.CreateLinkedTokenSource(connectionEnded);
    private readonly Lock _lock = new();
    private bool _isOver;

    /// <summary>Completes when the operation sends and holds nothing any more.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Runs beside the socket's other operations. The id is given up just before the client hears of the end; <paramref name="end"/> is the last thing done.</summary>
    public void Start(Action giveUpId, Action end) => Completion = Task.Run(() => RunAsync(giveUpId, end), CancellationToken.None);

    /// <summary>The client's complete may come at any time, also when the operation is over.</summary>
    public void Cancel()
    {
        lock (_lock)
        {
            if (!_isOver) _cancelled.Cancel();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
            _cancelled.Dispose();
        }

        request.Dispose();
    }

    private async Task RunAsync(Action giveUpId, Action end)
    {
        try
        {
            var last = await ExecuteAsync();
            giveUpId();
            await writer.SendAsync(last, _cancelled.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The client wants no more of it, or is gone.
        }
        finally
        {
            giveUpId();
            Dispose();
            end();
        }
    }

    /// <summary>Sends the results, and gives the message that says that they were all.</summary>
    private async Task<JsonWriter> ExecuteAsync()
    {
        try
        {
            _cancelled.Token.ThrowIfCancellationRequested();
            var outcome = await runner.RunAsync(context, request.Operations[0], Allowed, _cancelled.Token);
            if (outcome.Fault is { } fault) return Error(fault.Error);
            return outcome.Stream is { } stream ? await SendAllAsync(stream) : await SendAsync(outcome.Response!);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or WebSocketException or ObjectDisposedException))
        {
            return Error(MaskedError.Of(exception, logger));
        }
    }

    private async Task<JsonWriter> SendAsync(GraphQLResponse response)
    {
        using (response)
        {
            if (response.Kind != ResponseKind.Executed) return ServerMessage.Error(id, response);
            await writer.SendAsync(ServerMessage.Next(id, response), _cancelled.Token);
            return ServerMessage.Complete(id);
        }
    }

    // The next event is taken only when the last one is sent: a slow client holds one response, not a queue of them.
    private async Task<JsonWriter> SendAllAsync(IAsyncEnumerable<GraphQLResponse> stream)
    {
        await foreach (var response in stream.WithCancellation(_cancelled.Token))
        {
            using (response)
            {
                if (response.Kind is ResponseKind.RequestError or ResponseKind.OperationNotAllowed or ResponseKind.OverBudget) return ServerMessage.Error(id, response);
                await writer.SendAsync(ServerMessage.Next(id, response), _cancelled.Token);
            }
        }

        return ServerMessage.Complete(id);
    }

    private JsonWriter Error(GraphQLError error)
    {
        using var refused = runner.Refuse(error);
        return ServerMessage.Error(id, refused);
    }
}
