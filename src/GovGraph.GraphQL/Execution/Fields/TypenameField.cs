using System.Text;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Execution;

/// <summary>__typename: the same for every object of a type.</summary>
internal sealed class TypenameField(FieldDefinition definition, string typeName) : BoundField(definition)
{
    private readonly byte[] _json = Encoding.UTF8.GetBytes($"\"{typeName}\"");

    public override bool IsPure => true;

    public override bool Execute(Execution execution, CompiledField field, object parent)
    {
        execution.Writer.WriteRaw(field.EncodedName);
        execution.Writer.WriteRaw(_json);
        return true;
    }
}
