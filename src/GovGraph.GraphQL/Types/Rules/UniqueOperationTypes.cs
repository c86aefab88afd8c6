using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>The schema and its extensions name each kind of root type once.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Root-Operation-Types"/>
internal sealed class UniqueOperationTypes : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document) =>
        Duplicates(document.Schemas.SelectMany(schema => schema.OperationTypes), node => Printer.Keyword(node.Operation))
            .Select(pair => Error($"There can be only one {Printer.Keyword(pair.Duplicate.Operation)} type in schema.", pair.First, pair.Duplicate));
}
