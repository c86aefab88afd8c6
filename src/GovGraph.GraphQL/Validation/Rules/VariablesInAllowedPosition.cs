using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>A variable is used where a value of its type is allowed.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed"/>
internal sealed class VariablesInAllowedPosition(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, (VariableDefinitionNode Definition, GraphQLType? Type)> _variables = [];

    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in Context.Operations)
        {
            if (operation.Operation.VariableDefinitions.IsEmpty) continue;
            if (Context.IsAborted) return;

            _variables.Clear();
            foreach (var variable in operation.Operation.VariableDefinitions)
            {
                _variables[variable.Variable.Name.Value] = (variable, Context.Type(variable.Type));
            }

            Check(operation);
            foreach (var fragment in Context.ReferencedFragments(operation)) Check(fragment);
        }
    }

    private void Check(DefinitionScope scope)
    {
        foreach (var usage in scope.VariableUsages)
        {
            if (Context.IsAborted) return;
            if (usage.Type is not { } expected || !_variables.TryGetValue(usage.Name, out var variable) || variable.Type is not { } type) continue;

            if (!IsAllowed(type, variable.Definition.DefaultValue, expected, usage.PositionHasDefault))
            {
                Report($"Variable \"${usage.Name}\" of type \"{type}\" used in position expecting type \"{expected}\".", variable.Definition, usage.Variable);
            }

            if (usage.OneOf is { } oneOf && !type.IsNonNull)
            {
                Report($"Variable \"${usage.Name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf}\".", variable.Definition, usage.Variable);
            }
        }
    }

    /// <summary>IsVariableUsageAllowed</summary>
    private static bool IsAllowed(GraphQLType type, ValueNode? defaultValue, GraphQLType expected, bool positionHasDefault)
    {
        if (expected.IsNonNull && !type.IsNonNull)
        {
            return (defaultValue is not (null or NullValueNode) || positionHasDefault) && AreCompatible(type, expected.Nullable);
        }

        return AreCompatible(type, expected);
    }

    /// <summary>AreTypesCompatible</summary>
    private static bool AreCompatible(GraphQLType type, GraphQLType expected) => (type, expected) switch
    {
        (NonNullType inner, NonNullType innerExpected) => AreCompatible(inner.OfType, innerExpected.OfType),
        (_, NonNullType) => false,
        (NonNullType inner, _) => AreCompatible(inner.OfType, expected),
        (ListType list, ListType expectedList) => AreCompatible(list.OfType, expectedList.OfType),
        _ => type == expected,
    };
}
