using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GovGraph.Server.Tests.Fuzz;

/// <summary>Sends inputs to a server over many lines at once, and keeps what it should not have done.</summary>
internal sealed partial class FuzzRun(Uri server)
{
    private const int Lines = 16;

    // What HTTP says of requests that break its own rules: the fault is the caller's.
    private const int NotImplemented = 501;
    private const int VersionNotSupported = 505;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(string Way, int Status), int> _answers = [];

    /// <summary>A line for each input that was answered as none should be.</summary>
    public ConcurrentQueue<string> Findings { get; } = [];

    /// <summary>The ids of faults that callers were shown.</summary>
    public ConcurrentDictionary<string, string> ErrorIds { get; } = [];

    /// <summary>How often each status was given on each way.</summary>
    public IEnumerable<string> Answers => _answers.GroupBy(answer => answer.Key.Way).OrderBy(way => way.Key, StringComparer.Ordinal)
        .Select(way => $"{way.Key}: {string.Join(", ", way.OrderBy(answer => answer.Key.Status).Select(answer => $"{(answer.Key.Status == 0 ? "none" : answer.Key.Status)} × {answer.Value}"))}");

    public async Task Send(string name, Func<int, FuzzInput> inputs, int from, int count, CancellationToken cancellation)
    {
        var next = from - 1;
        await Task.WhenAll(Enumerable.Range(0, Lines).Select(_ => Task.Run(Work, cancellation)));

        async Task Work()
        {
            Line? line = null;
            for (int number; (number = Interlocked.Increment(ref next)) < from + count;)
            {
                var input = inputs(number);
                try
                {
                    line = await Send($"{name}/{number}", input, line, cancellation);
                }
                catch (Exception exception) when (exception is SocketException or FormatException or ArgumentOutOfRangeException or OperationCanceledException)
                {
                    Findings.Enqueue($"{name}/{number}: {exception.Message}\n{input}");
                    line?.Dispose();
                    line = null;
                }
            }

            line?.Dispose();
        }
    }

    /// <summary>Gives the line where it can be used again.</summary>
    private async Task<Line?> Send(string id, FuzzInput input, Line? used, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(s_longest);
        var line = used ?? await Line.Open(server, limited.Token);
        var reply = await Exchange(line, input, limited.Token);
        if (reply is null && used is not null)
        {
            // The server may have closed it after the answer before.
            used.Dispose();
            line = await Line.Open(server, limited.Token);
            reply = await Exchange(line, input, limited.Token);
        }

        _answers.AddOrUpdate((input.Way, reply?.Status ?? 0), 1, (_, times) => times + 1);
        if (reply is not null) Judge(id, input, reply);
        else if (input.IsFramed) Findings.Enqueue($"{id}: no answer\n{input}");
        if (reply?.Status == 101) await ConverseOnSocket(id, line, input, limited.Token);
        if (reply is not null && input.IsFramed && !reply.IsLast && reply.Header("content-length") is not null) return line;
        line.Dispose();
        return null;
    }

    private static async Task<Reply?> Exchange(Line line, FuzzInput input, CancellationToken cancellation)
    {
        try
        {
            foreach (var (bytes, pause) in input.Pieces)
            {
                await line.Send(bytes, cancellation);
                if (pause > TimeSpan.Zero) await Task.Delay(pause, cancellation);
            }

            if (!input.IsFramed && input.Frames is null) line.EndSending();
        }
        catch (SocketException)
        {
            // Answered and closed before all was said.
        }

        try
        {
            return await line.ReadReply(input.IsHead, cancellation);
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private async Task ConverseOnSocket(string id, Line line, FuzzInput input, CancellationToken cancellation)
    {
        try
        {
            foreach (var frame in input.Frames ?? []) await line.Send(frame, cancellation);
            var said = Encoding.UTF8.GetString(await line.ReadFrames(input.Operations, cancellation));
            JudgeText(id, input, said);
            await line.Send(SocketMaker.Goodbye, cancellation);
            line.EndSending();
            await line.ReadToEnd(cancellation);
        }
        catch (SocketException)
        {
            // The server may end a broken conversation as it likes.
        }
    }

    private void Judge(string id, FuzzInput input, Reply reply)
    {
        var text = reply.Text;
        if (reply.Status >= 500 && !(reply.Status is NotImplemented or VersionNotSupported && !input.IsFramed)) Findings.Enqueue($"{id}: {reply.Status} {text}\n{input}");
        JudgeText(id, input, text);
        if (!input.IsHead && reply.Body.Length > 0 && reply.Header("content-type") is { } type && JsonType().IsMatch(type)) JudgeJson(id, input, text);
    }

    private void JudgeText(string id, FuzzInput input, string text)
    {
        if (StackTrace().IsMatch(text)) Findings.Enqueue($"{id}: a stack trace: {text}\n{input}");
        foreach (Match match in ErrorId().Matches(text)) ErrorIds.TryAdd(match.Groups[1].Value, $"{id}: a fault: {text}\n{input}");
    }

    private void JudgeJson(string id, FuzzInput input, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 1000 });
        }
        catch (JsonException exception)
        {
            Findings.Enqueue($"{id}: not JSON: {exception.Message} {text}\n{input}");
        }
    }

    [GeneratedRegex(@"^application/(json|graphql-response\+json)\b")]
    private static partial Regex JsonType();

    [GeneratedRegex(@"\bat (GovGraph|System|Microsoft)\.[A-Za-z.]+\(")]
    private static partial Regex StackTrace();

    [GeneratedRegex("\"errorId\":\"([0-9a-f]+)\"")]
    private static partial Regex ErrorId();
}
