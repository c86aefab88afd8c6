using System.Text;
using System.Text.Unicode;

namespace GovGraph.GraphQL.Transport.WebSockets;

/// <summary>Why the server closes a socket, as the client hears it.</summary>
internal sealed record CloseReason(int Code, string Text)
{
    public static CloseReason NormalClosure { get; } = new(1000, "Normal Closure");

    public static CloseReason GoingAway { get; } = new(1001, "Server is stopping");

    public static CloseReason MessageTooBig(int maxBytes) => new(1009, $"A message may have {maxBytes} bytes");

    public static CloseReason BadRequest(string text) => new(4400, Shorten(text));

    public static CloseReason Unauthorized { get; } = new(4401, "Unauthorized");

    public static CloseReason Forbidden { get; } = new(4403, "Forbidden");

    public static CloseReason SubprotocolNotAcceptable { get; } = new(4406, "Subprotocol not acceptable");

    public static CloseReason ConnectionInitialisationTimeout { get; } = new(4408, "Connection initialisation timeout");

    public static CloseReason SubscriberAlreadyExists(string id) => new(4409, Shorten($"Subscriber for {id} already exists"));

    public static CloseReason TooManyInitialisationRequests { get; } = new(4429, "Too many initialisation requests");

    public static CloseReason InternalServerError { get; } = new(4500, "Internal server error");

    // A close frame has room for 123 bytes of text.
    private static string Shorten(string text)
    {
        Span<byte> room = stackalloc byte[123];
        Utf8.FromUtf16(text, room, out _, out var written);
        return Encoding.UTF8.GetString(room[..written]);
    }
}
