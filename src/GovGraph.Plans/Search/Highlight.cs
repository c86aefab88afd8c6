using System.Collections.Immutable;

namespace GovGraph.Plans.Search;

/// <summary>Where in a field the words stand that were searched for.</summary>
/// <param name="Field">The field's name in the public schema.</param>
/// <param name="Fragments">Its text as printed, or the part of a long one in which the most words stand.</param>
public sealed record Highlight(string Field, ImmutableArray<HighlightFragment> Fragments)
{
    /// <summary>Of each field in which something stands that was searched for.</summary>
    public static ImmutableArray<Highlight> Of(SearchNode node, WantedText wanted)
    {
        var highlights = ImmutableArray.CreateBuilder<Highlight>();
        foreach (var field in node.Fields)
        {
            var matches = Match.AllIn(field.Text, wanted);
            if (matches.Count > 0)
            {
                highlights.Add(new(field.Name, Excerpt.Of(field.Text, matches).Cut(matches)));
            }
        }

        return highlights.ToImmutable();
    }
}

/// <summary>A piece of a printed text that was searched for, or one that stands between two of those.</summary>
public sealed record HighlightFragment(string Text, bool IsMatch);
