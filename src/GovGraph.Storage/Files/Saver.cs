using System.Threading.Channels;
using GovGraph.Plans.Documents;
using GovGraph.Storage.Disks;
using GovGraph.Storage.Files.Changes;
using GovGraph.Storage.Files.Journals;
using GovGraph.Storage.Memory;

namespace GovGraph.Storage.Files;

/// <summary>Brings the plan files up to the journal, soon after changes and at the end, and puts what is done with into the history.</summary>
internal sealed class Saver : IAsyncDisposable
{
    // Saving takes at most this part of the time, so that it does not hold up the journal's flushes.
    private const int Share = 5;

    private readonly Disk disk;
    private readonly StoreFolder folder;
    private readonly ChangeLane lane;
    private readonly FileStoreOptions options;
    private readonly Channel<bool> wanted = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly CancellationTokenSource stop = new();
    private readonly Task loop;
    private PlanSet saved;
    private long savedTo;

    public Saver(Disk disk, StoreFolder folder, ChangeLane lane, LoadedStore loaded, FileStoreOptions options)
    {
        (this.disk, this.folder, this.lane, this.options) = (disk, folder, lane, options);
        (saved, savedTo) = (loaded.OnDisk, loaded.SavedTo);
        lane.Changed += Want;
        loop = Loop();
        if (loaded.State.Sequence > savedTo || !ReferenceEquals(loaded.OnDisk, loaded.State.Plans))
        {
            Want();
        }
    }

    /// <summary>Returns when every plan file holds at least what is durable now.</summary>
    public async Task Save()
    {
        await one.WaitAsync().ConfigureAwait(false);
        try
        {
            var state = lane.State;
            await OffThePool(() => WritePlans(state.Plans)).ConfigureAwait(false);
            if (state.Sequence > savedTo)
            {
                await lane.Run(draft =>
                {
                    JournalWriter.WriteSaved(draft.Lines, state.Sequence);
                    return true;
                }).ConfigureAwait(false);
                savedTo = state.Sequence;
            }

            await OffThePool(() => MoveToHistory(state.Sequence)).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            throw fault.ToStoreException("The plan files were not written; all changes are in the journal", folder.Root);
        }
        finally
        {
            one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        lane.Changed -= Want;
        await stop.CancelAsync().ConfigureAwait(false);
        await loop.ConfigureAwait(false);
        await TrySave().ConfigureAwait(false);
        stop.Dispose();
        one.Dispose();
    }

    private void Want() => wanted.Writer.TryWrite(true);

    private async Task Loop()
    {
        try
        {
            var delay = options.SaveDelay;
            while (true)
            {
                await wanted.Reader.ReadAsync(stop.Token).ConfigureAwait(false);
                await Task.Delay(delay, options.Time, stop.Token).ConfigureAwait(false);
                var start = options.Time.GetTimestamp();
                await TrySave().ConfigureAwait(false);
                var rest = options.Time.GetElapsedTime(start) * (Share - 1);
                delay = rest > options.SaveDelay ? rest : options.SaveDelay;
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped; the last save is the disposer's.
        }
    }

    private async Task TrySave()
    {
        try
        {
            await Save().ConfigureAwait(false);
        }
        catch (StoreException fault)
        {
            options.OnFault(fault);
            Want();
        }
    }

    // Flushes block their thread, and the pool's threads answer queries.
    private static Task OffThePool(Action work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void WritePlans(PlanSet plans)
    {
        var isAnyWritten = false;
        foreach (var plan in plans.Plans)
        {
            if (!ReferenceEquals(plan, saved.Plan(plan.Id)))
            {
                disk.Replace(folder.Plan(plan.Id), PlanFile.Write(plan));
                isAnyWritten = true;
            }
        }

        if (isAnyWritten)
        {
            disk.FlushFolder(folder.Plans);
        }

        saved = plans;
    }

    private void MoveToHistory(long sequence)
    {
        var done = disk.Files(folder.Root).Where(name => StoreFolder.IsSealed(name) && StoreFolder.LastRecord(name) <= sequence).ToList();
        foreach (var name in done)
        {
            var path = Path.Combine(folder.Root, name);
            disk.Rename(path, folder.HistoryOf(path));
        }

        if (done.Count > 0)
        {
            disk.FlushFolder(folder.History);
            disk.FlushFolder(folder.Root);
        }
    }
}
