using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Types.Rules;

namespace GovGraph.GraphQL.Types.Building;

/// <summary>The rules for schemas, in the order in which they report.</summary>
internal static class TypeSystemRules
{
    /// <summary>What makes the definitions one document: every name is there, and there once.</summary>
    private static readonly TypeSystemRule[] s_document =
    [
        new LoneSchemaDefinition(),
        new UniqueOperationTypes(),
        new UniqueTypeNames(),
        new UniqueEnumValueNames(),
        new UniqueFieldDefinitionNames(),
        new UniqueArgumentDefinitionNames(),
        new UniqueDirectiveNames(),
        new KnownTypeNames(),
        new KnownDirectives(),
        new UniqueDirectivesPerLocation(),
        new PossibleTypeExtensions(),
        new KnownArgumentNamesOnDirectives(),
        new UniqueArgumentNames(),
        new UniqueInputFieldNames(),
        new ProvidedRequiredArgumentsOnDirectives(),
    ];

    /// <summary>What makes the types fit each other. These rely on those above.</summary>
    private static readonly TypeSystemRule[] s_types =
    [
        new RootOperationTypes(),
        new NamesAreNotReserved(),
        new TypesAreNotEmpty(),
        new FieldsHaveOutputTypes(),
        new InputValuesHaveInputTypes(),
        new ImplementedInterfaces(),
        new ValidImplementations(),
        new UnionMembersAreObjects(),
        new DeprecatedInputsAreOptional(),
        new OneOfFieldsAreNullable(),
        new NoUnbreakableInputCycles(),
        new NoSelfReferencingDirectives(),
    ];

    /// <summary>What makes the values in a schema fit their types. These rely on all those above.</summary>
    private static readonly TypeSystemRule[] s_values =
    [
        new ValuesOfCorrectType(),
        new NoDefaultValueCycles(),
        new CostsCanBeReckoned(),
    ];

    public static IReadOnlyList<GraphQLError> Check(TypeSystemDocument document)
    {
        foreach (var rules in new[] { s_document, s_types, s_values })
        {
            var errors = rules.SelectMany(rule => rule.Check(document).Select(error => error with { Rule = rule.GetType().Name })).ToList();
            if (errors.Count > 0) return errors;
        }

        return [];
    }
}
