using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>There is a query type; root types are objects, and each is another.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Root-Operation-Types"/>
internal sealed class RootOperationTypes : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document)
    {
        var roots = document.RootTypes.ToList();
        if (roots.TrueForAll(root => root.Operation != OperationType.Query))
        {
            yield return Error("Query root type must be provided.", document.Schemas.FirstOrDefault());
        }

        foreach (var (operation, type) in roots)
        {
            if (document[type].Definition is ObjectTypeDefinitionNode) continue;

            yield return Error($"{operation} root type must be an object type, it cannot be {type}.", type);
        }

        foreach (var (first, duplicate) in Duplicates(roots, root => root.Type.Name.Value))
        {
            yield return Error(
                $"The root types must be different: {first.Type} is both {Printer.Keyword(first.Operation)} and {Printer.Keyword(duplicate.Operation)}.",
                first.Type,
                duplicate.Type);
        }
    }
}
