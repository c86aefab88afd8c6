using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types.Building;

/// <summary>A place in a type system document that carries directives. A definition and its extensions are one place.</summary>
internal sealed record DirectiveSite(string Location, IReadOnlyList<DirectiveNode> Directives);
