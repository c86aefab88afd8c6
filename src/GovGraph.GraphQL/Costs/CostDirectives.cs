using System.Globalization;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Costs;

/// <summary>@cost and @listSize, as a schema applies them.</summary>
/// <seealso href="https://ibm.github.io/graphql-specs/cost-spec.html"/>
internal static class CostDirectives
{
    public const string Cost = "cost";
    public const string ListSize = "listSize";

    /// <summary>The weight that @cost gives; null where there is none.</summary>
    public static double? WeightOf(IEnumerable<DirectiveNode> directives) =>
        Find(directives, Cost) is { } cost && Argument(cost, "weight") is { } weight && TryReadWeight(weight, out var value) ? value : null;

    /// <summary>Reads what is written as a weight: a number that can be multiplied.</summary>
    public static bool TryReadWeight(ValueNode literal, out double weight)
    {
        var text = literal switch
        {
            StringValueNode written => written.Value,
            IntValueNode number => number.Value,
            FloatValueNode number => number.Value,
            _ => "",
        };
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out weight) && weight <= Costs.Cost.Most;
    }

    public static DirectiveNode? Find(IEnumerable<DirectiveNode> directives, string name) =>
        directives.FirstOrDefault(directive => directive.Name.Value == name);

    public static ValueNode? Argument(DirectiveNode directive, string name) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;
}
