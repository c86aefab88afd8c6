namespace GovGraph.Plans.Comparison;

/// <summary>Finds which rows of two lists are the same by their titles.</summary>
/// <remarks>
/// a. The same titles, those that are printed several times in the order of print.
/// b. Of what is left the titles that are alike enough, the most alike first; of equals the first in print.
/// Looking for what is alike costs a step for each pair, so there is a limit to it: beyond it, only a. is done.
/// </remarks>
internal sealed class TitleMatcher
{
    /// <summary>Below this, titles say something else: 'Quản trị môi trường' and 'Quản trị điện tử' are half alike.</summary>
    private const double AlikeEnough = 0.6;

    private const int MostPairs = 250_000;

    private readonly Dictionary<string, int> numbers = [];
    private int pairs;

    /// <summary>Whether some titles were only looked at for being the same.</summary>
    public bool IsLimited { get; private set; }

    public TitleWords? Words(string? title) => TitleWords.Of(title, numbers);

    /// <summary>The pairs found; what they hold is taken out of the lists.</summary>
    public List<Compared<T>> TakePairs<T>(List<Titled<T>> before, List<Titled<T>> after)
        where T : class
    {
        var found = TakeSame(before, after);
        found.AddRange(TakeAlike(before, after));
        return found;
    }

    /// <summary>The pairs whose titles are the same; they are taken out of the lists.</summary>
    public static List<Compared<T>> TakeSame<T>(List<Titled<T>> before, List<Titled<T>> after)
        where T : class
    {
        var byKey = after.Where(row => row.Words is not null).GroupBy(row => row.Words!.Key).ToDictionary(group => group.Key, group => new Queue<Titled<T>>(group));
        var found = new List<Compared<T>>();
        var taken = new HashSet<T>(ReferenceEqualityComparer.Instance);
        foreach (var row in before)
        {
            if (row.Words is { } words && byKey.TryGetValue(words.Key, out var rows) && rows.TryDequeue(out var same))
            {
                found.Add(new(row.Row, same.Row, MatchedBy.Title, 1));
                taken.Add(row.Row);
                taken.Add(same.Row);
            }
        }

        before.RemoveAll(row => taken.Contains(row.Row));
        after.RemoveAll(row => taken.Contains(row.Row));
        return found;
    }

    /// <summary>Whether so many can still be compared with so many.</summary>
    public bool TryCompare(int before, int after)
    {
        var isAffordable = (long)before * after <= MostPairs - pairs;
        pairs += isAffordable ? before * after : 0;
        IsLimited |= !isAffordable;
        return isAffordable;
    }

    private List<Compared<T>> TakeAlike<T>(List<Titled<T>> before, List<Titled<T>> after)
        where T : class
    {
        if (!TryCompare(before.Count, after.Count))
        {
            return [];
        }

        var alike =
            from old in before
            where old.Words is not null
            from now in after
            where now.Words is not null
            let similarity = old.Words!.SimilarityTo(now.Words!)
            where similarity >= AlikeEnough
            orderby similarity descending
            select new Compared<T>(old.Row, now.Row, MatchedBy.SimilarTitle, similarity);
        var found = new List<Compared<T>>();
        var taken = new HashSet<T>(ReferenceEqualityComparer.Instance);
        foreach (var pair in alike)
        {
            if (!taken.Contains(pair.Before!) && !taken.Contains(pair.After!))
            {
                found.Add(pair);
                taken.Add(pair.Before!);
                taken.Add(pair.After!);
            }
        }

        before.RemoveAll(row => taken.Contains(row.Row));
        after.RemoveAll(row => taken.Contains(row.Row));
        return found;
    }
}

/// <summary>A row with its title as it is compared; null where the title is lost.</summary>
internal readonly record struct Titled<T>(T Row, TitleWords? Words);
