using System.Text;

namespace GovGraph.GraphQL.Validation;

/// <summary>Which names someone may have meant.</summary>
internal static class Suggest
{
    private const int MaxSuggestions = 5;

    /// <summary>" Did you mean "x" or "y"?" with the nearest candidates by edit distance, or nothing.</summary>
    public static string From(string name, IEnumerable<string> candidates, string? subject = null)
    {
        var threshold = (int)(name.Length * 0.4) + 1;
        var near = new List<(int Distance, string Candidate)>();
        foreach (var candidate in candidates)
        {
            var distance = EditDistance.Between(name, candidate, threshold);
            if (distance <= threshold) near.Add((distance, candidate));
        }

        near.Sort((a, b) => a.Distance != b.Distance ? a.Distance - b.Distance : string.CompareOrdinal(a.Candidate, b.Candidate));
        return AnyOf(near.ConvertAll(entry => entry.Candidate), subject);
    }

    /// <summary>The same for candidates already in order, the likeliest first.</summary>
    public static string AnyOf(List<string> candidates, string? subject = null)
    {
        var count = Math.Min(candidates.Count, MaxSuggestions);
        if (count == 0) return "";

        var text = new StringBuilder(" Did you mean ");
        if (subject is not null) text.Append(subject).Append(' ');
        for (var i = 0; i < count; i++)
        {
            if (i > 0) text.Append((count, IsLast: i == count - 1) switch { (2, _) => " or ", (_, true) => ", or ", _ => ", " });
            text.Append('"').Append(candidates[i]).Append('"');
        }

        return text.Append('?').ToString();
    }
}
