using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Execution;

/// <summary>ExecuteField for one field of an object type: resolve, complete, write.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#ExecuteField()"/>
internal abstract class BoundField(FieldDefinition definition)
{
    public FieldDefinition Definition { get; } = definition;

    /// <summary>Whether its resolver may have to wait: for a store, or for another service.</summary>
    public virtual bool MayWait => false;

    /// <summary>Writes the field, name and all. False when it failed and may not be null: its parent then fails too.</summary>
    public abstract bool Execute(Execution execution, CompiledField field, object parent);

    /// <summary>Whether nothing but the parent and the arguments have a say in the value.</summary>
    public abstract bool IsPure { get; }

    /// <summary>The same field where none of its arguments is given.</summary>
    public virtual BoundField Whole => this;
}
