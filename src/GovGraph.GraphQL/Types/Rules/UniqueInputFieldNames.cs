using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>An input object value has each field once.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness"/>
internal sealed class UniqueInputFieldNames : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document)
    {
        var defaults = document.InputValueDefinitions.Select(definition => definition.Input.DefaultValue).OfType<ValueNode>();
        var arguments = document.AppliedDirectives.SelectMany(directive => directive.Arguments).Select(argument => argument.Value);
        return defaults.Concat(arguments).SelectMany(Check);
    }

    private static IEnumerable<GraphQLError> Check(ValueNode value) => value switch
    {
        ListValueNode list => list.Values.SelectMany(Check),
        ObjectValueNode map => Duplicates(map.Fields, field => field.Name.Value)
            .Select(pair => Error($"There can be only one input field named \"{pair.Duplicate.Name}\".", pair.First.Name, pair.Duplicate.Name))
            .Concat(map.Fields.SelectMany(field => Check(field.Value))),
        _ => [],
    };
}
