using GovGraph.GraphQL.Costs;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;
using GovGraph.GraphQL.Validation;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>What @cost and @listSize say can be reckoned with: weights are numbers, sizes are not negative, arguments and fields are there.</summary>
internal sealed class CostsCanBeReckoned : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document)
    {
        foreach (var directive in document.AppliedDirectives.Where(directive => directive.Name.Value == CostDirectives.Cost))
        {
            if (CostDirectives.Argument(directive, "weight") is { } weight && !CostDirectives.TryReadWeight(weight, out _))
            {
                yield return Error($"@cost(weight: {Printer.Print(weight)}) is no weight: it must be a number of 0 or more, written as a string.", weight);
            }
        }

        foreach (var type in document.TypeDefinitions.OfType<ComplexTypeDefinitionNode>())
        {
            foreach (var field in type.Fields)
            {
                if (CostDirectives.Find(field.Directives, CostDirectives.ListSize) is not { } directive) continue;
                foreach (var error in Check(document, type, field, directive)) yield return error;
            }
        }
    }

    private static IEnumerable<GraphQLError> Check(
        TypeSystemDocument document, ComplexTypeDefinitionNode type, FieldDefinitionNode field, DirectiveNode directive)
    {
        var coordinate = $"{type.Name}.{field.Name}";
        foreach (var argument in directive.Arguments)
        {
            if (argument.Value is IntValueNode number && number.Value.StartsWith('-'))
            {
                yield return Error($"@listSize({argument.Name}: {number.Value}) on {coordinate} must not be negative.", argument);
            }
        }

        var arguments = field.Arguments.Select(argument => argument.Name.Value).ToList();
        foreach (var name in ListSizeRule.Names(directive, "slicingArguments").Where(name => !arguments.Contains(name)))
        {
            yield return Error($"@listSize on {coordinate} slices by \"{name}\", but the field has no such argument.{Suggest.From(name, arguments)}", directive);
        }

        var below = document[TypeSystemDocument.NamedTypeOf(field.Type)].Fields.Select(inner => inner.Name.Value).ToList();
        foreach (var name in ListSizeRule.Names(directive, "sizedFields").Where(name => !below.Contains(name)))
        {
            yield return Error($"@listSize on {coordinate} sizes \"{name}\", but {TypeSystemDocument.NamedTypeOf(field.Type).Name} has no such field.{Suggest.From(name, below)}", directive);
        }
    }
}
