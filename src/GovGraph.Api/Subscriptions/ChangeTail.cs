using System.Runtime.CompilerServices;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.Storage;

namespace GovGraph.Api.Subscriptions;

/// <summary>What happens to tasks, for all who follow it: one reader reads the newest for all, whoever is behind reads for itself.</summary>
/// <param name="store">Whose changes.</param>
/// <param name="time">The clock.</param>
/// <param name="mostFollowers">How many may follow at once.</param>
/// <param name="onFault">Told when the store can't be read; it is tried again.</param>
public sealed class ChangeTail(PlanStore store, TimeProvider time, int mostFollowers, Action<StoreException> onFault) : IDisposable
{
    private readonly Lock _gate = new();
    private TailReader? _reader;
    private int _followers;

    internal TimeProvider Time => time;

    /// <summary>Reads no more; whoever still follows is told nothing.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _reader?.Dispose();
            _reader = null;
        }
    }

    /// <summary>Where what happens from now on will come behind.</summary>
    internal ValueTask<ChangePlace> NowAsync(CancellationToken cancellation) => ChangePlace.LastOf(store, cancellation);

    /// <summary>The change of a task at a place; null where there is none.</summary>
    internal async ValueTask<TaskChange?> FindAsync(ChangePlace place, CancellationToken cancellation)
    {
        var before = place.Part > 0 ? place with { Part = place.Part - 1 } : new(place.Sequence - 1, int.MaxValue);
        var page = await ChangePage.Read(store, before, cancellation).ConfigureAwait(false);
        return page.Changes.FirstOrDefault(change => change.Place == place);
    }

    /// <summary>All that comes behind a place, page by page, for ever. Nothing is read before it is asked for, so a slow follower holds one page.</summary>
    internal async IAsyncEnumerable<ChangePage> FollowAsync(ChangePlace place, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = Join();
        try
        {
            await reader.Started.WaitAsync(cancellation).ConfigureAwait(false);
            while (true)
            {
                var newest = reader.Newest;
                var isBehind = newest.Floor.IsBehind(place);
                var page = isBehind ? await ChangePage.Read(store, place, cancellation).ConfigureAwait(false) : newest.Behind(place);
                if (page is { IsEmpty: false })
                {
                    place = page.End;
                    yield return page;
                }
                else if (isBehind)
                {
                    // What was between the two is there no more: its plan was replaced.
                    place = newest.Floor;
                }
                else
                {
                    await newest.Grown.WaitAsync(cancellation).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            Leave();
        }
    }

    private TailReader Join()
    {
        lock (_gate)
        {
            if (_followers == mostFollowers)
            {
                throw new GraphQLException(new GraphQLError(
                    $"{mostFollowers:N0} subscriptions are open, which is as many as this server takes: try again later, or ask for `changes` now and then.")
                {
                    Code = "TOO_MANY_SUBSCRIPTIONS",
                });
            }

            if (_followers++ == 0)
            {
                _reader = new TailReader(store, time, onFault);
                _reader.Start();
            }

            return _reader!;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_followers > 0) return;
            _reader?.Dispose();
            _reader = null;
        }
    }
}
