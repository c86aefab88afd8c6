using System.Collections.Frozen;
using System.Collections.Immutable;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Execution;

/// <summary>One operation of a valid document, kept between requests.</summary>
internal sealed class CompiledOperation
{
    // A caller decides how many ways @skip and @include can turn out: beyond these, the selections are not kept.
    private const int KeptSelections = 8;
    private const int MostConditions = 64;

    private readonly ImmutableArray<string> _conditions;
    private ImmutableArray<(ulong Conditions, CompiledSelections Selections)> _kept = [];

    public CompiledOperation(BoundSchema schema, DocumentNode document, OperationDefinitionNode definition, BoundObject rootType)
    {
        Schema = schema;
        Definition = definition;
        RootType = rootType;
        Fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToFrozenDictionary(fragment => fragment.Name.Value);
        Variables = [.. definition.VariableDefinitions.Select(variable => VariableDefinition.From(variable, schema.Schema))];
        _conditions = ConditionVariables.In(definition, Fragments);
    }

    public BoundSchema Schema { get; }

    public OperationDefinitionNode Definition { get; }

    public BoundObject RootType { get; }

    public FrozenDictionary<string, FragmentDefinitionNode> Fragments { get; }

    public ImmutableArray<VariableDefinition> Variables { get; }

    /// <summary>How large the last response was: a buffer of that size need not grow. A guess, so races do no harm.</summary>
    public int ExpectedBytes { get; set; }

    /// <summary>What is selected once the variables have settled every @skip and @include.</summary>
    public CompiledSelections Select(VariableValues variables)
    {
        var conditions = 0UL;
        var canKeep = _conditions.Length <= MostConditions;
        for (var index = 0; canKeep && index < _conditions.Length; index++)
        {
            if (variables.IsTrue(_conditions[index])) conditions |= 1UL << index;
        }

        if (!canKeep) return new CompiledSelections(this, variables.TrueAmong(_conditions));

        foreach (var (kept, selections) in _kept)
        {
            if (kept == conditions) return selections;
        }

        var compiled = new CompiledSelections(this, variables.TrueAmong(_conditions));
        if (_kept.Length < KeptSelections) ImmutableInterlocked.Update(ref _kept, (all, added) => all.Add(added), (conditions, compiled));
        return compiled;
    }

    /// <summary>What the root fields are resolved on.</summary>
    public object RootValue(GraphQLRequest request)
    {
        var value = request.RootValue ?? Root.Value;
        return RootType.ClrType.IsInstanceOfType(value)
            ? value
            : throw new ArgumentException($"{RootType.Type.Name} is bound to {RootType.ClrType}, but the root value is a {value.GetType()}.", nameof(request));
    }
}
