using System.Collections.Immutable;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Transport.Export;

/// <summary>Looks through the selections of an operation, its fragments included.</summary>
internal sealed class ExportSelections(Schema schema, DocumentNode document)
{
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = document.Definitions.OfType<FragmentDefinitionNode>()
        .GroupBy(fragment => fragment.Name.Value).ToDictionary(group => group.Key, group => group.First());

    /// <summary>The leaves that are selected below a type, each once, in the order of the first.</summary>
    public ImmutableArray<Column> Columns(NamedType type, SelectionSetNode selections, int most)
    {
        var (columns, seen) = (ImmutableArray.CreateBuilder<Column>(), new HashSet<string>(StringComparer.Ordinal));
        AddLeaves(type, selections, []);
        return columns.ToImmutable();

        void AddLeaves(NamedType parent, SelectionSetNode set, ImmutableArray<string> path)
        {
            foreach (var selection in set.Selections)
            {
                // One more than the most tells that there are more.
                if (columns.Count > most) return;
                switch (selection)
                {
                    case FieldNode field when schema.Field(parent, field.Name.Value) is { } definition:
                        var below = path.Add(field.ResponseName);
                        if (field.SelectionSet is { } inner) AddLeaves(definition.Type.Named, inner, below);
                        else if (seen.Add(string.Join('.', below))) columns.Add(new Column(below));
                        break;
                    case InlineFragmentNode inline:
                        AddLeaves(Narrowed(parent, inline.TypeCondition), inline.SelectionSet, path);
                        break;
                    case FragmentSpreadNode spread when _fragments.GetValueOrDefault(spread.Name.Value) is { } fragment:
                        AddLeaves(Narrowed(parent, fragment.TypeCondition), fragment.SelectionSet, path);
                        break;
                }
            }
        }
    }

    /// <summary>The fragments that are spread below, and all variables that are used there.</summary>
    public (List<FragmentDefinitionNode> Fragments, HashSet<string> Variables) UsedBy(OperationDefinitionNode operation)
    {
        var (fragments, variables) = (new List<FragmentDefinitionNode>(), new HashSet<string>(StringComparer.Ordinal));
        AddVariables(operation.Directives);
        AddSelections(operation.SelectionSet);
        return (fragments, variables);

        void AddSelections(SelectionSetNode set)
        {
            foreach (var selection in set.Selections)
            {
                AddVariables(selection.Directives);
                switch (selection)
                {
                    case FieldNode field:
                        foreach (var argument in field.Arguments) AddValue(argument.Value);
                        if (field.SelectionSet is { } inner) AddSelections(inner);
                        break;
                    case InlineFragmentNode inline:
                        AddSelections(inline.SelectionSet);
                        break;
                    case FragmentSpreadNode spread when _fragments.GetValueOrDefault(spread.Name.Value) is { } fragment && !fragments.Contains(fragment):
                        fragments.Add(fragment);
                        AddVariables(fragment.Directives);
                        AddSelections(fragment.SelectionSet);
                        break;
                }
            }
        }

        void AddVariables(ImmutableArray<DirectiveNode> directives)
        {
            foreach (var argument in directives.SelectMany(directive => directive.Arguments)) AddValue(argument.Value);
        }

        void AddValue(ValueNode value)
        {
            switch (value)
            {
                case VariableNode variable: variables.Add(variable.Name.Value); break;
                case ListValueNode list: foreach (var item in list.Values) AddValue(item); break;
                case ObjectValueNode input: foreach (var field in input.Fields) AddValue(field.Value); break;
            }
        }
    }

    private NamedType Narrowed(NamedType parent, NamedTypeNode? condition) =>
        condition is null ? parent : schema.Types.GetValueOrDefault(condition.ToString(), parent);
}
