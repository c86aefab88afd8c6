using System.Globalization;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>An operation, its fragments spread, is no larger than the options allow. Checked first: what is too large is not looked at any further.</summary>
internal sealed class OperationLimits(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<FragmentScope, OperationSize> _sizes = [];

    public override void EnterDocument(DocumentNode document)
    {
        var options = Context.Options;
        if (options is { MaxDepth: int.MaxValue, MaxFields: int.MaxValue, MaxAliases: int.MaxValue, MaxDirectives: int.MaxValue }) return;

        var isTooLarge = false;
        foreach (var operation in Context.Operations)
        {
            MeasureFragments(operation);
            var size = Measure(operation.SelectionSet).WithDirectives(operation.Operation.Directives);
            isTooLarge |= IsAbove(options.MaxDepth, size.Depth, "nests its fields", "deep", "MAX_DEPTH", operation);
            isTooLarge |= IsAbove(options.MaxFields, size.Fields, "selects", "fields", "MAX_FIELDS", operation);
            isTooLarge |= IsAbove(options.MaxAliases, size.Aliases, "uses", "aliases", "MAX_ALIASES", operation);
            isTooLarge |= IsAbove(options.MaxDirectives, size.Directives, "uses", "directives", "MAX_DIRECTIVES", operation);
        }

        if (isTooLarge) Context.Abort();
    }

    private bool IsAbove(int limit, long actual, string verb, string unit, string code, OperationScope operation)
    {
        if (actual <= limit) return false;

        var subject = operation.Operation.Name is { } name ? $"Operation \"{name}\"" : "This operation";
        Report(new GraphQLError(string.Create(CultureInfo.InvariantCulture, $"{subject} {verb} {(actual < OperationSize.Most ? "" : "at least ")}{actual} {unit}; at most {limit} are allowed."))
        {
            Locations = [operation.Operation.Location],
            Code = code,
        });
        return true;
    }

    /// <summary>Measures every fragment that the operation reaches, those spread in it first. Without recursion: a chain of fragments may be long.</summary>
    private void MeasureFragments(OperationScope operation)
    {
        if (!Context.HasFragments) return;

        var path = new Stack<(DefinitionScope Scope, int Taken)>();
        path.Push((operation, 0));
        while (path.TryPop(out var at))
        {
            if (at.Taken < at.Scope.Spreads.Count)
            {
                path.Push((at.Scope, at.Taken + 1));

                // A fragment on its way already spreads itself, which NoFragmentCycles reports: it counts as nothing here.
                if (Context.Fragment(at.Scope.Spreads[at.Taken].Name.Value) is { } fragment && _sizes.TryAdd(fragment, default)) path.Push((fragment, 0));
            }
            else if (at.Scope is FragmentScope fragment)
            {
                _sizes[fragment] = Measure(fragment.SelectionSet).WithDirectives(fragment.Fragment.Directives);
            }
        }
    }

    private OperationSize Measure(SelectionSetNode selectionSet)
    {
        var size = default(OperationSize);
        foreach (var selection in selectionSet.Selections)
        {
            var inside = selection switch
            {
                FieldNode field => (field.SelectionSet is { } inner ? Measure(inner) : default).InField(field),
                InlineFragmentNode inline => Measure(inline.SelectionSet),
                FragmentSpreadNode spread when Context.Fragment(spread.Name.Value) is { } fragment => _sizes.GetValueOrDefault(fragment),
                _ => default,
            };
            size = size.Beside(inside.WithDirectives(selection.Directives));
        }

        return size;
    }
}
