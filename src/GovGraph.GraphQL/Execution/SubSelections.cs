using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Execution;

/// <summary>What is selected below merged fields, for each object type that their value may have.</summary>
internal sealed class SubSelections(CompiledSelections selections, List<FieldNode> parents)
{
    private readonly CompiledSelectionSet?[] _byType = new CompiledSelectionSet?[selections.Schema.ObjectCount];

    public CompiledSelectionSet For(BoundObject type) => Volatile.Read(ref _byType[type.Index]) ?? Compile(type);

    private CompiledSelectionSet Compile(BoundObject type)
    {
        var compiled = selections.Compile(type, parents);
        return Interlocked.CompareExchange(ref _byType[type.Index], compiled, null) ?? compiled;
    }
}
