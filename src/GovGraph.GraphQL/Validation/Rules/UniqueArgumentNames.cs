using System.Collections.Immutable;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>No argument is given twice.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Argument-Uniqueness"/>
internal sealed class UniqueArgumentNames(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field) => Check(field.Arguments);

    public override void EnterDirective(DirectiveNode directive) => Check(directive.Arguments);

    private void Check(ImmutableArray<ArgumentNode> arguments)
    {
        foreach (var names in DuplicateNames.In(arguments, static argument => argument.Name))
        {
            Report($"There can be only one argument named \"{names[0]}\".", [.. names]);
        }
    }
}
