using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>No field of an input object is given twice.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness"/>
internal sealed class UniqueInputFieldNames(ValidationContext context) : ValidationRule(context)
{
    public override void EnterObjectValue(ObjectValueNode value)
    {
        foreach (var names in DuplicateNames.In(value.Fields, static field => field.Name))
        {
            for (var i = 1; i < names.Count; i++) Report($"There can be only one input field named \"{names[i]}\".", names[0], names[i]);
        }
    }
}
