using System.Collections.Immutable;

namespace GovGraph.Storage.Memory;

/// <summary>Numbers of tasks as the indexes hold them: runs in no order, which may share numbers.</summary>
internal sealed class TaskNumbers(ImmutableArray<ReadOnlyMemory<int>> runs)
{
    public ImmutableArray<ReadOnlyMemory<int>> Runs => runs;

    /// <summary>How many there are at most.</summary>
    public int Count { get; } = runs.Sum(run => run.Length);

    public int[] ToSortedArray()
    {
        var all = new int[Count];
        var length = 0;
        foreach (var run in runs)
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
