using System.Text.Json;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport.Http;
using Microsoft.Extensions.Logging;

namespace GovGraph.GraphQL.Transport.WebSockets;

/// <summary>What each message of the client does.</summary>
internal sealed partial class SocketConnection
{
    private volatile bool _isInitialised;
    private volatile bool _isAcknowledged;
    private Dismissal? _dismissal;

    /// <summary>Gives the reason to close the socket where a message breaks the protocol.</summary>
    private async ValueTask<CloseReason?> HandleAsync(byte[] bytes)
    {
        try
        {
            return await DispatchAsync(bytes);
        }
        catch (Exception exception) when (!IsLoss(exception))
        {
            logger.LogError(exception, "A message on a GraphQL socket failed: {ErrorId}", context.TraceIdentifier);
            return CloseReason.InternalServerError;
        }
    }

    private async ValueTask<CloseReason?> DispatchAsync(byte[] bytes)
    {
        if (ClientMessage.Parse(bytes, out var message) is { } fault) return CloseReason.BadRequest(fault);
        switch (message!.Type)
        {
            case "connection_init":
                return await InitialiseAsync(message.Payload);
            case "ping":
                await _writer.SendAsync(ServerMessage.Pong(message.Payload.Span), _ended.Token);
                return null;
            case "pong":
                return null;
            case "subscribe":
                return await SubscribeAsync(message);
            case "complete":
                if (_operations.TryGetValue(message.Id, out var operation)) GiveUp(message.Id, operation);
                operation?.Cancel();
                return null;
            default:
                return CloseReason.BadRequest($"Unknown message type `{message.Type}`");
        }
    }

    private async ValueTask<CloseReason?> InitialiseAsync(ReadOnlyMemory<byte> payload)
    {
        if (_isInitialised) return CloseReason.TooManyInitialisationRequests;
        _isInitialised = true;
        using var parameters = JsonDocument.Parse(payload.IsEmpty ? "null"u8.ToArray() : payload);
        if (parameters.RootElement.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object))
        {
            return CloseReason.BadRequest("`payload` of `connection_init` must be an object");
        }

        if (options.Sockets.OnConnectionInit is { } decide && !await decide(context, parameters.RootElement, _ended.Token)) return CloseReason.Forbidden;
        _dismissal = new Dismissal(options.Dismissed, context, () => Close(CloseReason.Forbidden));
        _isAcknowledged = true;
        await _writer.SendAsync(ServerMessage.ConnectionAck(), _ended.Token);
        return null;
    }

    private async ValueTask<CloseReason?> SubscribeAsync(ClientMessage message)
    {
        if (!_isAcknowledged) return CloseReason.Unauthorized;
        if (_operations.ContainsKey(message.Id)) return CloseReason.SubscriberAlreadyExists(message.Id);
        if (RequestParser.Parse(message.Payload, out var request) is { } fault) return CloseReason.BadRequest(fault.Error.Message);
        if (_operations.Count >= options.Sockets.MaxOperations)
        {
            request!.Dispose();
            var error = new GraphQLError($"This socket runs {options.Sockets.MaxOperations} operations already: complete one first.") { Code = ErrorCodes.TooManyOperations };
            using var refused = GraphQLResponse.Refuse(ResponseKind.RequestError, [error]);
            await _writer.SendAsync(ServerMessage.Error(message.Id, refused), _ended.Token);
            return null;
        }

        var operation = new SocketOperation(message.Id, request!, context, runner, _writer, logger, _ended.Token);
        _operations[message.Id] = operation;
        _running[operation] = true;
        operation.Start(() => GiveUp(message.Id, operation), () => _running.TryRemove(operation, out _));
        return null;
    }

    // Only this very operation: the client may have used its id again.
    private void GiveUp(string id, SocketOperation operation) => _operations.TryRemove(new(id, operation));
}
