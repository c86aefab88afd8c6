using GovGraph.Storage;

namespace GovGraph.Server.Commands;

/// <summary>What one store holds and another does not, plan by plan, history included.</summary>
internal sealed class StoreDifference
{
    public HashSet<string> Missing { get; } = [];

    /// <summary>Plans that both have and that differ, each with its version in the store that is to be filled.</summary>
    public Dictionary<string, long> Differing { get; } = [];

    /// <summary>The first plan that only the store to be filled has.</summary>
    public string? Extra { get; private set; }

    public int Same { get; private set; }

    public long Tasks { get; private set; }

    public long Events { get; private set; }

    public string? First => Missing.Concat(Differing.Keys).Append(Extra).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();

    /// <param name="to">Null for a store that is not there yet.</param>
    public static async Task<StoreDifference> Between(PlanStore from, PlanStore? to, CancellationToken cancellation)
    {
        var difference = new StoreDifference();
        await using var there = (to?.ReadLives(cancellation) ?? AsyncEnumerable.Empty<PlanLife>()).GetAsyncEnumerator(cancellation);
        var hasMore = await there.MoveNextAsync();

        // Both come by id.
        await foreach (var life in from.ReadLives(cancellation))
        {
            for (; hasMore && string.CompareOrdinal(there.Current.Plan.Id, life.Plan.Id) < 0; hasMore = await there.MoveNextAsync()) difference.Extra ??= there.Current.Plan.Id;
            var isThere = hasMore && there.Current.Plan.Id == life.Plan.Id;
            difference.Add(life, isThere ? there.Current : null);
            if (isThere) hasMore = await there.MoveNextAsync();
        }

        if (hasMore) difference.Extra ??= there.Current.Plan.Id;
        return difference;
    }

    /// <exception cref="CommandException">The store to be filled has something else.</exception>
    public void Check(PlanStore? to, bool mayOverwrite)
    {
        if (Extra is not null) throw new CommandException($"{to!.Report.Location} has plans that the other store does not have ({Extra} is the first). Give an empty store.");
        if (Differing.Count > 0 && !mayOverwrite)
        {
            throw new CommandException(
                $"{to!.Report.Location} has other versions of {Differing.Count} plans ({Differing.Keys.First()} is the first). Give an empty store, or --overwrite to write them anew.");
        }
    }

    private void Add(PlanLife life, PlanLife? other)
    {
        if (other is null)
        {
            Missing.Add(life.Plan.Id);
        }
        else if (life.ContentHash() != other.ContentHash())
        {
            Differing.Add(life.Plan.Id, other.Plan.Version);
        }
        else
        {
            Same++;
            Tasks += life.Plan.Tasks.Length;
            Events += life.Events.Length;
        }
    }
}
