using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace GovGraph.Storage;

/// <summary>Those who are told of every change, each at its own pace.</summary>
internal sealed class Watchers
{
    private const int FarthestBehind = 4096;

    private readonly Lock gate = new();
    private readonly List<Channel<StoreChange>> channels = [];
    private bool isClosed;

    /// <summary>Counts from this call on, not from when the first change is asked for.</summary>
    public IAsyncEnumerable<StoreChange> Watch(CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<StoreChange>(new BoundedChannelOptions(FarthestBehind) { SingleReader = true, SingleWriter = true });
        lock (gate)
        {
            if (isClosed)
            {
                channel.Writer.Complete();
            }
            else
            {
                channels.Add(channel);
            }
        }

        return Read(channel, cancellation);
    }

    public void Tell(List<StoreChange> changes)
    {
        lock (gate)
        {
            channels.RemoveAll(channel => !Tell(channel.Writer, changes));
        }
    }

    /// <summary>Tells those who watch now that they can't be told everything any more.</summary>
    public void CutOff(StoreException reason)
    {
        lock (gate)
        {
            channels.ForEach(channel => channel.Writer.TryComplete(reason));
            channels.Clear();
        }
    }

    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
            channels.ForEach(channel => channel.Writer.TryComplete());
            channels.Clear();
        }
    }

    private static bool Tell(ChannelWriter<StoreChange> writer, List<StoreChange> changes)
    {
        foreach (var change in changes)
        {
            if (!writer.TryWrite(change))
            {
                writer.TryComplete(new StoreException(
                    $"This watcher is more than {FarthestBehind} changes behind and was cut off. Read anew what it shows, then watch again."));
                return false;
            }
        }

        return true;
    }

    private async IAsyncEnumerable<StoreChange> Read(Channel<StoreChange> channel, [EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                yield return change;
            }
        }
        finally
        {
            lock (gate)
            {
                channels.Remove(channel);
            }
        }
    }
}
