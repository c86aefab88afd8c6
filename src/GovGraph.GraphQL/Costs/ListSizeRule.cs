using System.Collections.Immutable;
using System.Globalization;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Costs;

/// <summary>What @listSize says of a field.</summary>
internal sealed record ListSizeRule
{
    public int? AssumedSize { get; private init; }

    public ImmutableArray<string> SlicingArguments { get; private init; } = [];

    public int? SlicingArgumentDefaultValue { get; private init; }

    public ImmutableArray<string> SizedFields { get; private init; } = [];

    public bool RequiresOneSlicingArgument { get; private init; }

    public static ListSizeRule? Of(IEnumerable<DirectiveNode> directives)
    {
        if (CostDirectives.Find(directives, CostDirectives.ListSize) is not { } directive) return null;

        var slicingArguments = Names(directive, "slicingArguments");
        return new()
        {
            AssumedSize = Number(directive, "assumedSize"),
            SlicingArguments = slicingArguments,
            SlicingArgumentDefaultValue = Number(directive, "slicingArgumentDefaultValue"),
            SizedFields = Names(directive, "sizedFields"),
            RequiresOneSlicingArgument =
                !slicingArguments.IsEmpty && CostDirectives.Argument(directive, "requireOneSlicingArgument") is not BooleanValueNode { Value: false },
        };
    }

    public static ImmutableArray<string> Names(DirectiveNode directive, string argument) => CostDirectives.Argument(directive, argument) switch
    {
        ListValueNode list => [.. list.Values.OfType<StringValueNode>().Select(name => name.Value)],
        StringValueNode name => [name.Value],
        _ => [],
    };

    private static int? Number(DirectiveNode directive, string argument) =>
        CostDirectives.Argument(directive, argument) is IntValueNode number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : null;
}
