using System.Collections.Immutable;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Errors;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>Where introspection is turned off, __schema and __type are not asked for. __typename always may be.</summary>
internal sealed class IntrospectionAllowed(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field)
    {
        if (Context.Options.AllowIntrospection || field.Name.Value is not ("__schema" or "__type")) return;

        Report(new GraphQLError("Introspection is not allowed for the current request.")
        {
            Locations = [field.Location],
            Code = "HC0046",
            Extensions = ImmutableDictionary<string, object?>.Empty.Add("field", field.Name.Value),
        });
    }
}
