namespace GovGraph.Plans.Search;

/// <summary>A text of a node that words are looked for in.</summary>
/// <param name="Name">Its name in the public schema.</param>
/// <param name="Weight">What a word counts that stands in it.</param>
/// <param name="Text">As printed, a line a paragraph.</param>
public readonly record struct SearchField(string Name, int Weight, string Text);
