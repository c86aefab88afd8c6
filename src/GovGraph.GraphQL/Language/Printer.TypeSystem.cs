using System.Collections.Immutable;

namespace GovGraph.GraphQL.Language;

internal sealed partial class Printer
{
    private void WriteTypeSystem(TypeSystemNode definition)
    {
        WriteDescription(definition.Description);
        if (definition.IsExtension) _text.Append("extend ");
        switch (definition)
        {
            case SchemaDefinitionNode schema:
                _text.Append("schema");
                WriteDirectives(schema.Directives);
                WriteMembers(schema.OperationTypes);
                break;
            case DirectiveDefinitionNode directive: WriteDirectiveDefinition(directive); break;
            case TypeDefinitionNode type: WriteTypeDefinition(type); break;
        }
    }

    private void WriteTypeDefinition(TypeDefinitionNode type)
    {
        _text.Append(Keyword(type)).Append(' ').Append(type.Name.Value);
        if (type is ComplexTypeDefinitionNode { Interfaces: var interfaces }) WriteList(" implements ", interfaces, " & ", "");
        WriteDirectives(type.Directives);
        switch (type)
        {
            case ComplexTypeDefinitionNode complex: WriteMembers(complex.Fields); break;
            case UnionTypeDefinitionNode union: WriteUnionMembers(union.Types); break;
            case EnumTypeDefinitionNode @enum: WriteMembers(@enum.Values); break;
            case InputObjectTypeDefinitionNode input: WriteMembers(input.Fields); break;
        }
    }

    internal static string Keyword(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "type",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        _ => "input",
    };

    private void WriteMembers<TNode>(ImmutableArray<TNode> members) where TNode : Node
    {
        if (members.IsEmpty) return;

        _text.Append(' ');
        WriteBlock('{', members, '}');
    }

    private void WriteUnionMembers(ImmutableArray<NamedTypeNode> members)
    {
        var start = _text.Length;
        WriteList(" = ", members, " | ", "");
        if (LineLength() <= LongestLine) return;

        _text.Length = start;
        WriteList(" =\n  | ", members, "\n  | ", "");
    }

    private void WriteOperationType(OperationTypeDefinitionNode operationType) =>
        _text.Append(Keyword(operationType.Operation)).Append(": ").Append(operationType.Type);

    private void WriteFieldDefinition(FieldDefinitionNode field)
    {
        WriteDescription(field.Description);
        _text.Append(field.Name.Value);
        WriteArgumentsDefinition(field.Arguments);
        _text.Append(": ").Append(field.Type);
        WriteDirectives(field.Directives);
    }

    /// <summary>On one line, unless one of them is described.</summary>
    private void WriteArgumentsDefinition(ImmutableArray<InputValueDefinitionNode> arguments)
    {
        if (arguments.Any(argument => argument.Description is not null)) WriteBlock('(', arguments, ')');
        else WriteList("(", arguments, ", ", ")");
    }

    private void WriteInputValueDefinition(InputValueDefinitionNode input)
    {
        WriteDescription(input.Description);
        _text.Append(input.Name.Value).Append(": ").Append(input.Type);
        WriteDefaultValue(input.DefaultValue);
        WriteDirectives(input.Directives);
    }

    private void WriteEnumValueDefinition(EnumValueDefinitionNode value)
    {
        WriteDescription(value.Description);
        _text.Append(value.Name.Value);
        WriteDirectives(value.Directives);
    }

    private void WriteDirectiveDefinition(DirectiveDefinitionNode directive)
    {
        _text.Append("directive @").Append(directive.Name.Value);
        WriteArgumentsDefinition(directive.Arguments);
        if (directive.IsRepeatable) _text.Append(" repeatable");
        WriteList(" on ", directive.Locations, " | ", "");
    }
}
