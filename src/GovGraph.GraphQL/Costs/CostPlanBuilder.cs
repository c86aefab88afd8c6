using System.Collections.Immutable;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Costs;

/// <summary>Walks what an operation selects as its execution would: fields merged, for each object type that a value may have.</summary>
/// <remarks>
/// The same fields merged elsewhere select the same and are walked once. A document can still describe more combinations
/// than can be walked: the work is bounded, and what goes beyond counts as the most.
/// </remarks>
internal sealed class CostPlanBuilder(CompiledOperation operation, CompiledSelections selections, SchemaWeights weights)
{
    private const int MaxWork = 100_000;
    private const int MaxDepth = 500;

    private readonly CostEvaluation _constants = new(weights, VariableValues.None, openSelections: 0);
    private readonly Dictionary<(MergedFields Fields, FieldDefinition Definition), SelectionsCost> _known = [];
    private readonly ImmutableArray<SelectionsCost>.Builder _open = ImmutableArray.CreateBuilder<SelectionsCost>();
    private int _work;
    private int _openCount;
    private int _depth;

    public CostPlan Build()
    {
        var groups = CollectFields.Of(operation.Definition.SelectionSet, selections.Collector(operation.RootType));
        var root = Selections([Object(operation.RootType, groups, above: null, sizeAbove: null)]);
        return IsTooMuch ? new CostPlan(null, [], []) : new CostPlan(root, _open.ToImmutable(), [.. _constants.Errors]);
    }

    private bool IsTooMuch => _work > MaxWork || _depth > MaxDepth;

    private ObjectCost Object(
        BoundObject type, List<(string ResponseName, List<FieldNode> Nodes)> groups, FieldWeights? above, SizeExpression? sizeAbove)
    {
        var fields = ImmutableArray.CreateBuilder<FieldCost>(groups.Count);
        foreach (var (_, nodes) in groups)
        {
            _work += nodes.Count;
            if (IsTooMuch) break;

            var field = weights.Of(type.Field(nodes[0].Name.Value));
            var isSizedAbove = above?.Size is { } rule && rule.SizedFields.Contains(field.Definition.Name);
            var slicing = field.Size is { } own ? new SizeExpression(field, own, nodes[0]) : null;
            var inner = nodes[0].SelectionSet is null ? null : Below(nodes, field, slicing);
            fields.Add(new FieldCost(field, nodes[0], slicing, isSizedAbove ? sizeAbove : null, inner, _constants));
        }

        return new ObjectCost(SchemaWeights.Of(type.Type), fields.ToImmutable(), _constants);
    }

    private SelectionsCost Below(List<FieldNode> nodes, FieldWeights field, SizeExpression? slicing)
    {
        var key = (new MergedFields(nodes), field.Definition);
        if (_known.TryGetValue(key, out var known)) return known;

        _depth++;
        var types = ImmutableArray.CreateBuilder<ObjectCost>();
        foreach (var type in selections.Schema.PossibleTypes(field.Definition.Type.Named))
        {
            _work++;
            if (IsTooMuch) break;

            types.Add(Object(type, CollectFields.OfAll(nodes, selections.Collector(type)), field, slicing));
        }

        // What is too much stays so.
        if (!IsTooMuch) _depth--;
        return _known[key] = Selections(types.ToImmutable());
    }

    private SelectionsCost Selections(ImmutableArray<ObjectCost> types)
    {
        var cost = new SelectionsCost(types, _constants, ref _openCount);
        if (!cost.IsKnown) _open.Add(cost);
        return cost;
    }
}
