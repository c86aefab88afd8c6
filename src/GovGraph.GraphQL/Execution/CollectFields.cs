using System.Collections.Frozen;
using System.Collections.Immutable;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Execution;

/// <summary>CollectFields: the fields of selection sets that apply to an object type, by response name.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#CollectFields()"/>
internal static class CollectFields
{
    public static List<(string ResponseName, List<FieldNode> Nodes)> Of(SelectionSetNode selectionSet, Context context)
    {
        context.Collect(selectionSet);
        return context.Groups;
    }

    /// <summary>CollectSubfields: the selection sets of all the fields that were merged.</summary>
    public static List<(string ResponseName, List<FieldNode> Nodes)> OfAll(List<FieldNode> fields, Context context)
    {
        foreach (var field in fields) context.Collect(field.SelectionSet!);
        return context.Groups;
    }

    internal sealed class Context(
        Schema schema, ObjectType objectType, FrozenDictionary<string, FragmentDefinitionNode> fragments, HashSet<string> trueVariables)
    {
        private readonly Dictionary<string, List<FieldNode>> _byResponseName = [];
        private readonly HashSet<string> _visitedFragments = [];

        public List<(string ResponseName, List<FieldNode> Nodes)> Groups { get; } = [];

        public void Collect(SelectionSetNode selectionSet)
        {
            foreach (var selection in selectionSet.Selections)
            {
                if (!IsIncluded(selection.Directives)) continue;
                switch (selection)
                {
                    case FieldNode field:
                        Add(field);
                        break;
                    case FragmentSpreadNode spread when _visitedFragments.Add(spread.Name.Value):
                        var fragment = fragments[spread.Name.Value];
                        if (Applies(fragment.TypeCondition)) Collect(fragment.SelectionSet);
                        break;
                    case InlineFragmentNode inline when Applies(inline.TypeCondition):
                        Collect(inline.SelectionSet);
                        break;
                }
            }
        }

        private void Add(FieldNode field)
        {
            if (!_byResponseName.TryGetValue(field.ResponseName, out var nodes))
            {
                _byResponseName[field.ResponseName] = nodes = [];
                Groups.Add((field.ResponseName, nodes));
            }

            nodes.Add(field);
        }

        private bool IsIncluded(ImmutableArray<DirectiveNode> directives)
        {
            foreach (var directive in directives)
            {
                if (directive.Name.Value == "skip" && IsTrue(directive)) return false;
                if (directive.Name.Value == "include" && !IsTrue(directive)) return false;
            }

            return true;
        }

        private bool IsTrue(DirectiveNode directive) => directive.Arguments[0].Value switch
        {
            BooleanValueNode boolean => boolean.Value,
            VariableNode variable => trueVariables.Contains(variable.Name.Value),
            _ => false,
        };

        /// <summary>DoesFragmentTypeApply</summary>
        private bool Applies(NamedTypeNode? condition) =>
            condition is null
            || condition.Name.Value == objectType.Name
            || (schema.Types.TryGetValue(condition.Name.Value, out var type) && Schema.IsSubType(type, objectType));
    }
}
