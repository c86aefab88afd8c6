namespace GovGraph.GraphQL.Transport;

/// <summary>The text of a request's document.</summary>
/// <param name="Document">The text.</param>
/// <param name="HashToKeep">Under which the caller wants it kept; null where he does not.</param>
internal readonly record struct FoundDocument(string Document, string? HashToKeep = null);
