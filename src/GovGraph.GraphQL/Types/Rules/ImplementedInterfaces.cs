using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>A type implements interfaces, each once, all those behind them, and never itself.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Interfaces.Type-Validation"/>
internal sealed class ImplementedInterfaces : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document)
    {
        foreach (var type in document.OwnTypes)
        {
            foreach (var (first, duplicate) in Duplicates(type.Interfaces, name => name.Name.Value))
            {
                yield return Error($"Type {type.Name} can only implement {duplicate} once.", first, duplicate);
            }

            foreach (var name in type.Interfaces)
            {
                var implemented = document[name];
                if (implemented.Definition is not InterfaceTypeDefinitionNode)
                {
                    yield return Error($"Type {type.Name} must only implement interface types, it cannot implement {name}.", name);
                }
                else if (implemented.Name == type.Name)
                {
                    yield return Error($"Type {type.Name} cannot implement itself because it would create a circular reference.", name);
                }

                foreach (var further in implemented.Interfaces.Where(further => !type.Implements(further.Name.Value)))
                {
                    yield return Error(
                        further.Name.Value == type.Name
                            ? $"Type {type.Name} cannot implement {name} because it would create a circular reference."
                            : $"Type {type.Name} must implement {further} because it is implemented by {name}.",
                        further,
                        name);
                }
            }
        }
    }
}
