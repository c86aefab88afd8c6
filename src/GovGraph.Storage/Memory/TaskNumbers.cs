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

    /// <summary>Each number once, in the order of the numbers: the run itself where there is but one, and it is in order.</summary>
    public ReadOnlyMemory<int> Sorted()
    {
        if (Runs.Where(run => !run.IsEmpty).Take(2).ToArray() is [var only] && IsAscending(only.Span))
        {
            return only;
        }

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

        return all.AsMemory(0, distinct);
    }

    private static bool IsAscending(ReadOnlySpan<int> numbers)
    {
        for (var i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] <= numbers[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
