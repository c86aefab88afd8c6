using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>A line over which a subscription tells what happens, until it is cut.</summary>
internal abstract class EventLine : IAsyncDisposable
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The next response of the subscription.</summary>
    public abstract Task<JsonElement> Next();

    /// <summary>Waits until something more has begun to arrive, and cuts the line in the middle of it.</summary>
    public abstract Task Cut();

    public abstract ValueTask DisposeAsync();

    /// <summary>Server-sent events. The subscription is open when this returns.</summary>
    public static async Task<EventLine> OverHttp(RunningServer server, string query, object? variables = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        return new HttpLine(response, new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation)));
    }

    /// <summary>graphql-transport-ws.</summary>
    public static async Task<EventLine> OverWebSocket(RunningServer server, string query, object? variables = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/graphql" }.Uri, Cancellation);
        var line = new SocketLine(socket);
        await line.Send(new { type = "connection_init" });
        Assert.Equal("connection_ack", (await line.Receive()).GetProperty("type").GetString());
        await line.Send(new { id = "1", type = "subscribe", payload = new { query, variables } });
        return line;
    }

    private sealed class HttpLine(HttpResponseMessage response, StreamReader reader) : EventLine
    {
        public override async Task<JsonElement> Next()
        {
            while (true)
            {
                var line = await reader.ReadLineAsync(Cancellation) ?? throw new InvalidOperationException("The line has ended.");
                if (line.StartsWith("data: ", StringComparison.Ordinal)) return JsonElement.Parse(line[6..]);
                Assert.DoesNotContain("complete", line, StringComparison.Ordinal);
            }
        }

        public override async Task Cut()
        {
            // What was read so far is thrown away, and the rest of the event never arrives.
            while (await reader.ReadLineAsync(Cancellation) is not "event: next")
            {
            }

            await DisposeAsync();
        }

        public override ValueTask DisposeAsync()
        {
            response.Dispose();
            reader.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class SocketLine(ClientWebSocket socket) : EventLine
    {
        private readonly byte[] _buffer = new byte[64 * 1024];

        public Task Send(object message) =>
            socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, Cancellation);

        public async Task<JsonElement> Receive()
        {
            var length = 0;
            while (true)
            {
                var received = await socket.ReceiveAsync(_buffer.AsMemory(length), Cancellation);
                length += received.Count;
                if (received.EndOfMessage) return JsonElement.Parse(Encoding.UTF8.GetString(_buffer, 0, length));
            }
        }

        public override async Task<JsonElement> Next()
        {
            while (true)
            {
                var message = await Receive();
                if (message.GetProperty("type").GetString() != "ping") return message.GetProperty("payload");
            }
        }

        public override async Task Cut()
        {
            await socket.ReceiveAsync(_buffer.AsMemory(0, 1), Cancellation);
            socket.Abort();
            await DisposeAsync();
        }

        public override ValueTask DisposeAsync()
        {
            socket.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
