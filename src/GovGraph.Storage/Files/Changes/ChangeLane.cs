using System.Collections.Concurrent;
using GovGraph.Storage.Disks;
using GovGraph.Storage.Files.Journals;

namespace GovGraph.Storage.Files.Changes;

/// <summary>The one writer. Whatever waits while a flush is under way shares the next one (group commit).</summary>
internal sealed class ChangeLane : IDisposable
{
    private const int MostAtOnce = 1024;
    private const int MostBytesAtOnce = 4 * 1024 * 1024;

    private readonly BlockingCollection<LaneWork> waiting = [];
    private readonly Thread thread;
    private readonly string root;
    private readonly Journal journal;
    private readonly long journalLimit;
    private readonly Watchers watchers;
    private readonly RecentKeys keys;
    private readonly Action<StoreException> onFault;
    private volatile StoreState state;

    public ChangeLane(StoreState state, Journal journal, Watchers watchers, RecentKeys keys, FileStoreOptions options)
    {
        (this.state, this.journal, this.watchers, this.keys) = (state, journal, watchers, keys);
        (root, journalLimit, onFault) = (options.Path, options.JournalLimit, options.OnFault);
        thread = new Thread(Run) { Name = "GovGraph changes", IsBackground = true };
        thread.Start();
    }

    /// <summary>The state that is durable; readers take it and are never in the writer's way.</summary>
    public StoreState State => state;

    /// <summary>Asked after each flush that changed something.</summary>
    public event Action? Changed;

    public Task<T> Run<T>(Func<Draft, T> work)
    {
        var item = new LaneWork<T>(work);
        try
        {
            waiting.Add(item);
        }
        catch (InvalidOperationException)
        {
            item.Fail(new ObjectDisposedException(nameof(FileStore)));
        }

        return item.Completion;
    }

    /// <summary>Does what waits, then ends.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        thread.Join();
        waiting.Dispose();
    }

    private void Run()
    {
        var batch = new List<LaneWork>();
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            var draft = new Draft(state, keys);
            batch.Clear();
            for (var item = first; item is not null; item = Next(draft, batch.Count))
            {
                if (item.Do(draft))
                {
                    batch.Add(item);
                }
            }

            Commit(draft, batch);
        }
    }

    private LaneWork? Next(Draft draft, int count) =>
        count < MostAtOnce && !draft.EndsInGroup && draft.Lines.WrittenCount < MostBytesAtOnce && waiting.TryTake(out var item) ? item : null;

    private void Commit(Draft draft, List<LaneWork> batch)
    {
        try
        {
            if (draft.Lines.WrittenCount > 0)
            {
                journal.Append(draft.Lines.WrittenSpan);
            }
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            // Refusals fail too: what they were judged by did not happen.
            var failure = fault.ToStoreException(
                journal.IsTorn ? "It is not certain whether the change was saved" : "The change was not saved", root);
            batch.ForEach(item => item.Fail(failure));
            return;
        }

        var isChanged = draft.Changes.Count > 0;
        if (isChanged)
        {
            state = draft.State;
            keys.Add(draft.Replaced, draft.Keys);
            watchers.Tell(draft.Changes);
        }

        batch.ForEach(item => item.Succeed());
        SealIfLong();
        if (isChanged)
        {
            Changed?.Invoke();
        }
    }

    private void SealIfLong()
    {
        if (journal.Length < journalLimit)
        {
            return;
        }

        try
        {
            journal.Seal(state.Sequence);
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            onFault(fault.ToStoreException("The journal was not put aside and grows on", root));
        }
    }
}
