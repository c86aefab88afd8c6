using System.Collections.Immutable;
using GovGraph.GraphQL.Bindings;

namespace GovGraph.GraphQL.Execution;

/// <summary>The fields to write for an object of one type, in order; conditions are settled and fragments gone.</summary>
internal sealed class CompiledSelectionSet(BoundObject type, CompiledField[] fields)
{
    public CompiledField[] Fields { get; } = fields;

    /// <summary>The same fields as they are written.</summary>
    public ImmutableArray<FieldRun.Step> Steps { get; } = FieldRun.Cut(fields, canBeKept: type.IsImmutable && type.HasIdentity);

    /// <summary>Whether what is written depends on the object alone, which never changes.</summary>
    public bool IsPure { get; } = type.IsImmutable && Array.TrueForAll(fields, field => field.IsPure);
}
