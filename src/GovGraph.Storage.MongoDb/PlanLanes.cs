namespace GovGraph.Storage.MongoDb;

/// <summary>Callers in this process that change one plan stand in line; only those of other processes meet at the version.</summary>
internal sealed class PlanLanes
{
    private readonly SemaphoreSlim[] _lanes = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits until nobody else is at these plans; they are the caller's until the turn is disposed of.</summary>
    public async Task<IDisposable> Enter(IEnumerable<string> planIds, CancellationToken cancellation)
    {
        var turn = new Turn();
        try
        {
            // In one order for all, so that no two wait for each other.
            foreach (var lane in planIds.Select(LaneOf).Distinct().Order())
            {
                await _lanes[lane].WaitAsync(cancellation).ConfigureAwait(false);
                turn.Add(_lanes[lane]);
            }
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private int LaneOf(string planId) => (int)((uint)planId.GetHashCode(StringComparison.Ordinal) % _lanes.Length);

    private sealed class Turn : IDisposable
    {
        private readonly List<SemaphoreSlim> _held = [];

        public void Add(SemaphoreSlim lane) => _held.Add(lane);

        public void Dispose()
        {
            foreach (var lane in _held)
                lane.Release();
        }
    }
}
