using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport;

namespace GovGraph.GraphQL.Tests.Transport;

/// <summary>Subscriptions whose events a test sends by hand, and whose beginnings and ends it can wait for.</summary>
internal sealed class EventSource
{
    private readonly Channel<GraphQLResponse> _events = Channel.CreateUnbounded<GraphQLResponse>();
    private readonly Channel<bool> _opened = Channel.CreateUnbounded<bool>();
    private readonly Channel<bool> _ended = Channel.CreateUnbounded<bool>();

    public Engine Engine => EchoEngine.Create(SubscribeAsync);

    public void Send(string data) => _events.Writer.TryWrite(EchoEngine.Data(data));

    public void Complete() => _events.Writer.Complete();

    public Task UntilOpenedAsync() => WaitAsync(_opened);

    public Task UntilEndedAsync() => WaitAsync(_ended);

    private async IAsyncEnumerable<GraphQLResponse> SubscribeAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        _opened.Writer.TryWrite(true);
        try
        {
            await foreach (var response in _events.Reader.ReadAllAsync(cancellation)) yield return response;
        }
        finally
        {
            _ended.Writer.TryWrite(true);
        }
    }

    private static Task<bool> WaitAsync(Channel<bool> happened) =>
        happened.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Xunit.TestContext.Current.CancellationToken);
}
