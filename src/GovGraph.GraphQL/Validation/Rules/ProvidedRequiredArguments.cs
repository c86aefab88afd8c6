using System.Collections.Immutable;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>An argument that is non-null and has no default is given.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Required-Arguments"/>
internal sealed class ProvidedRequiredArguments(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field)
    {
        // Unknown field: FieldsOnCorrectType reports it.
        if (Context.Field is not { } definition) return;

        foreach (var argument in definition.Arguments)
        {
            if (argument.IsRequired && !IsGiven(argument, field.Arguments))
            {
                Report($"Field \"{definition.Name}\" argument \"{argument.Name}\" of type \"{argument.Type}\" is required, but it was not provided.", field);
            }
        }
    }

    public override void EnterDirective(DirectiveNode directive)
    {
        // Unknown directive: KnownDirectives reports it.
        if (Context.Directive is not { } definition) return;

        foreach (var argument in definition.Arguments)
        {
            if (argument.IsRequired && !IsGiven(argument, directive.Arguments))
            {
                Report($"Directive \"@{definition.Name}\" argument \"{argument.Name}\" of type \"{argument.Type}\" is required, but it was not provided.", directive);
            }
        }
    }

    private static bool IsGiven(InputValueDefinition definition, ImmutableArray<ArgumentNode> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name.Value == definition.Name) return true;
        }

        return false;
    }
}
