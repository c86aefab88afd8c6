namespace GovGraph.GraphQL.Execution;

/// <summary>The fields to write for an object of one type, in order; conditions are settled and fragments gone.</summary>
internal sealed class CompiledSelectionSet(CompiledField[] fields)
{
    public CompiledField[] Fields { get; } = fields;
}
