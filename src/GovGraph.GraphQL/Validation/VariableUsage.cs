using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Validation;

/// <summary>A variable where a value is expected.</summary>
/// <param name="Type">What the position expects; null where that is unknown.</param>
/// <param name="PositionHasDefault">Whether the argument or input field has a default value, so that a missing one does no harm.</param>
/// <param name="OneOf">The @oneOf input object whose field the position is.</param>
internal readonly record struct VariableUsage(VariableNode Variable, GraphQLType? Type, bool PositionHasDefault, InputObjectType? OneOf)
{
    public string Name => Variable.Name.Value;
}
