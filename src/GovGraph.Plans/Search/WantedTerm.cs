using System.Collections.Immutable;

namespace GovGraph.Plans.Search;

/// <summary>A word to be found, or several that stand behind one another; the last one may be the beginning of a word.</summary>
public sealed record WantedTerm(ImmutableArray<string> Words, bool IsPrefix)
{
    /// <summary>As it can be typed.</summary>
    public override string ToString() => $"{(Words is [var only] ? only : $"\"{string.Join(' ', Words)}\"")}{(IsPrefix ? "*" : "")}";
}
