using System.Runtime.InteropServices;

namespace GovGraph.Storage.Grouping;

/// <summary>Numbers combinations of values, dimension by dimension: a group is one number behind the number of all that comes before.</summary>
internal sealed class GroupNumbers(int dimensions)
{
    // Each step is the number before it in the upper half, and the value in the lower one.
    private readonly Dictionary<long, int>[] numbers = [.. Enumerable.Range(0, dimensions).Select(_ => new Dictionary<long, int>())];
    private readonly List<long>[] steps = [.. Enumerable.Range(0, dimensions).Select(_ => new List<long>())];

    /// <summary>How many groups there are.</summary>
    public int Count => steps[^1].Count;

    public int Get(int dimension, int before, int value)
    {
        var step = ((long)before << 32) | (uint)value;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers[dimension], step, out var isKnown);
        if (!isKnown)
        {
            number = steps[dimension].Count;
            steps[dimension].Add(step);
        }

        return number;
    }

    /// <summary>What stands before the last dimension in the groups that there are; nothing does where there is but one.</summary>
    public IReadOnlyList<int> BeforeLast() => dimensions == 1 ? [0] : [.. steps[^1].Select(Before).Distinct()];

    /// <summary>The values of a group, the last dimension first.</summary>
    public IEnumerable<int> Values(int group)
    {
        for (var dimension = dimensions - 1; dimension >= 0; dimension--)
        {
            var step = steps[dimension][group];
            yield return (int)step;
            group = Before(step);
        }
    }

    private static int Before(long step) => (int)(step >> 32);
}
