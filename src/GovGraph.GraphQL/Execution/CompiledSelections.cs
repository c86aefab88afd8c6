using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Costs;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Execution;

/// <summary>What an operation selects under one outcome of its conditions. Selection sets are compiled when a value first needs them: a document can describe more combinations of types than data ever shows.</summary>
internal sealed class CompiledSelections
{
    private readonly CompiledOperation _operation;
    private readonly HashSet<string> _trueVariables;
    private readonly Dictionary<MergedFields, SubSelections> _subSelections = [];
    private readonly Lock _lock = new();

    public CompiledSelections(CompiledOperation operation, HashSet<string> trueVariables)
    {
        _operation = operation;
        _trueVariables = trueVariables;
        Root = Compile(operation.RootType, CollectFields.Of(operation.Definition.SelectionSet, Collector(operation.RootType)));
    }

    public CompiledSelectionSet Root { get; }

    public BoundSchema Schema => _operation.Schema;

    /// <summary>What this costs, once it was asked for.</summary>
    public CostPlan? CostPlan { get; set; }

    public CompiledSelectionSet Compile(BoundObject type, List<FieldNode> parents)
    {
        lock (_lock) return Compile(type, CollectFields.OfAll(parents, Collector(type)));
    }

    public CollectFields.Context Collector(BoundObject type) => new(_operation.Schema.Schema, type.Type, _operation.Fragments, _trueVariables);

    private CompiledSelectionSet Compile(BoundObject type, List<(string ResponseName, List<FieldNode> Nodes)> groups)
    {
        var fields = new CompiledField[groups.Count];
        for (var index = 0; index < fields.Length; index++)
        {
            var (responseName, nodes) = groups[index];
            fields[index] = new CompiledField(type, responseName, nodes, this, SubSelectionsOf(nodes), isFirst: index == 0);
        }

        return new CompiledSelectionSet(type, fields);
    }

    /// <summary>The same fields merged elsewhere select the same: they share what is compiled below them.</summary>
    private SubSelections? SubSelectionsOf(List<FieldNode> nodes)
    {
        if (nodes[0].SelectionSet is null) return null;
        var key = new MergedFields(nodes);
        if (!_subSelections.TryGetValue(key, out var subSelections)) _subSelections[key] = subSelections = new SubSelections(this, nodes);
        return subSelections;
    }
}
