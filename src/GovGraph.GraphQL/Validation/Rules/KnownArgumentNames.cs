using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>An argument that is given is defined by its field or directive.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Argument-Names"/>
internal sealed class KnownArgumentNames(ValidationContext context) : ValidationRule(context)
{
    public override void EnterArgument(ArgumentNode argument, DirectiveNode? directive)
    {
        if (Context.Argument is not null) return;

        var name = argument.Name.Value;
        if (directive is null)
        {
            // Unknown field: FieldsOnCorrectType reports it.
            if (Context.Field is not { } field) return;

            Report($"Unknown argument \"{name}\" on field \"{Context.ParentType}.{field.Name}\".{Context.Suggest(name, field.Arguments.Select(known => known.Name))}", argument);
        }
        else
        {
            // Unknown directive: KnownDirectives reports it.
            if (Context.Directive is not { } definition) return;

            Report($"Unknown argument \"{name}\" on directive \"@{definition.Name}\".{Context.Suggest(name, definition.Arguments.Select(known => known.Name))}", argument);
        }
    }
}
