using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>A subscription selects one field, which is not an introspection field, and selects it always.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Single-Root-Field"/>
internal sealed class SingleFieldSubscriptions(ValidationContext context) : ValidationRule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationType.Subscription || Context.Schema.SubscriptionType is not { } subscriptionType) return;

        var subject = operation.Name is { } name ? $"Subscription \"{name}\"" : "Anonymous Subscription";
        var fields = CollectSubscriptionFields(subscriptionType, operation.SelectionSet, subject);
        if (fields.Count > 1)
        {
            Report($"{subject} must select only one top level field.", [.. fields.Skip(1).SelectMany(group => group.Value)]);
        }

        foreach (var (_, group) in fields)
        {
            if (group[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
            {
                Report($"{subject} must not select an introspection top level field.", [.. group]);
            }
        }
    }

    /// <summary>CollectSubscriptionFields, without recursion: a chain of fragments may be as long as the document.</summary>
    private OrderedDictionary<string, List<FieldNode>> CollectSubscriptionFields(ObjectType type, SelectionSetNode root, string subject)
    {
        var fields = new OrderedDictionary<string, List<FieldNode>>();
        var visitedFragments = Context.NextSearch();
        var path = new Stack<(SelectionSetNode SelectionSet, int Taken)>();
        path.Push((root, 0));
        while (path.TryPop(out var at))
        {
            if (at.Taken == at.SelectionSet.Selections.Length) continue;

            path.Push((at.SelectionSet, at.Taken + 1));
            var selection = at.SelectionSet.Selections[at.Taken];
            if (IsConditional(selection, subject)) continue;

            switch (selection)
            {
                case FieldNode field:
                    if (!fields.TryGetValue(field.ResponseName, out var group)) fields.Add(field.ResponseName, group = []);
                    group.Add(field);
                    break;
                case InlineFragmentNode inline when inline.TypeCondition is null || Applies(Context.Type(inline.TypeCondition), type):
                    path.Push((inline.SelectionSet, 0));
                    break;
                case FragmentSpreadNode spread when Context.Fragment(spread.Name.Value) is { } fragment && fragment.ReachedBySearch != visitedFragments:
                    fragment.ReachedBySearch = visitedFragments;
                    if (Applies(fragment.TypeCondition, type)) path.Push((fragment.SelectionSet, 0));
                    break;
            }
        }

        return fields;
    }

    private bool IsConditional(SelectionNode selection, string subject)
    {
        var isConditional = false;
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value is not ("skip" or "include")) continue;

            isConditional = true;
            Report($"{subject} must not use \"@{directive.Name}\" on its top level field.", directive);
        }

        return isConditional;
    }

    /// <summary>DoesFragmentTypeApply</summary>
    private static bool Applies(NamedType? condition, ObjectType type) =>
        condition is not null && (condition == type || Schema.IsSubType(condition, type));
}
