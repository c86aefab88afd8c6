namespace GovGraph.GraphQL.Validation;

/// <summary>How many letters must be inserted, deleted, replaced or swapped with their neighbour to make one name of another.</summary>
internal static class EditDistance
{
    private const int MaxLength = 256;

    /// <summary>The distance, a difference in case alone counting 1; or some number above the limit.</summary>
    public static int Between(string a, string b, int limit)
    {
        if (a == b) return 0;
        if (string.Equals(a, b, StringComparison.OrdinalIgnoreCase)) return 1;
        if (Math.Abs(a.Length - b.Length) > limit || b.Length > MaxLength || a.Length > MaxLength) return int.MaxValue;

        // Three rows of the table of distances between all beginnings: this one, the one above, and that above it for swaps.
        Span<int> rows = stackalloc int[3 * (MaxLength + 1)];
        var beforeAbove = rows[..(b.Length + 1)];
        var above = rows.Slice(MaxLength + 1, b.Length + 1);
        var row = rows.Slice(2 * (MaxLength + 1), b.Length + 1);
        for (var j = 0; j <= b.Length; j++) above[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            var smallest = row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var isSame = Same(a[i - 1], b[j - 1]);
                var distance = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + (isSame ? 0 : 1));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1])) distance = Math.Min(distance, beforeAbove[j - 2] + 1);
                row[j] = distance;
                smallest = Math.Min(smallest, distance);
            }

            if (smallest > limit) return int.MaxValue;

            var oldest = beforeAbove;
            beforeAbove = above;
            above = row;
            row = oldest;
        }

        return above[b.Length];
    }

    private static bool Same(char x, char y) => char.ToLowerInvariant(x) == char.ToLowerInvariant(y);
}
