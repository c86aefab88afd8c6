using System.Collections.Immutable;

namespace GovGraph.Storage.Memory;

/// <summary>Numbers of the tasks that a filter can match: runs in no order, which may share numbers.</summary>
/// <param name="Runs">As the indexes hold them.</param>
/// <param name="IsExact">The filter matches them all, so it need not be asked again.</param>
internal sealed record TaskNumbers(ImmutableArray<ReadOnlyMemory<int>> Runs, bool IsExact)
{
    public TaskNumbers(ReadOnlyMemory<int> run, bool isExact)
        : this([run], isExact)
    {
    }

    /// <summary>How many there are at most.</summary>
    public int Count { get; } = Runs.Sum(run => run.Length);

    public int[] ToSortedArray()
    {
        var all = new int[Count];
        var length = 0;
        foreach (var run in Runs)
        {
            run.CopyTo(all.AsMemory(length));
            length += run.Length;
        }

        Array.Sort(all);
        var distinct = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[i - 1])
            {
                all[distinct++] = all[i];
            }
        }

        return all[..distinct];
    }
}
