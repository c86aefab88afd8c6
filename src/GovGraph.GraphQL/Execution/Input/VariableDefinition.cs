using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Execution;

/// <summary>A variable of an operation, its type looked up.</summary>
internal sealed record VariableDefinition(string Name, GraphQLType Type, ValueNode? DefaultValue, Location Location)
{
    public static VariableDefinition From(VariableDefinitionNode node, Schema schema) =>
        new(node.Variable.Name.Value, TypeFrom(node.Type, schema), node.DefaultValue, node.Location);

    private static GraphQLType TypeFrom(TypeNode node, Schema schema) => node switch
    {
        NonNullTypeNode nonNull => new NonNullType(TypeFrom(nonNull.Type, schema)),
        ListTypeNode list => new ListType(TypeFrom(list.Type, schema)),
        _ => schema.Types[((NamedTypeNode)node).Name.Value],
    };
}
