using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>A union is made of object types, each once.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Unions.Type-Validation"/>
internal sealed class UnionMembersAreObjects : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document)
    {
        foreach (var union in document.OwnTypes)
        {
            foreach (var (first, duplicate) in Duplicates(union.Members, member => member.Name.Value))
            {
                yield return Error($"Union type {union.Name} can only include type {duplicate} once.", first, duplicate);
            }

            foreach (var member in union.Members.Where(member => document[member].Definition is not ObjectTypeDefinitionNode))
            {
                yield return Error($"Union type {union.Name} can only include object types, it cannot include {member}.", member);
            }
        }
    }
}
