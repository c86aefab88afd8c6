using System.Collections.Immutable;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation;

// A document to be executed should hold no type system definitions: ExecutableDefinitions refuses it.
// What they name is looked at all the same, so that the caller sees every error at once.
internal sealed partial class DocumentWalk
{
    private void Walk(TypeSystemNode definition)
    {
        switch (definition)
        {
            case SchemaDefinitionNode schema:
                Walk(schema.Directives, schema, "SCHEMA");
                foreach (var operationType in schema.OperationTypes) Walk(operationType.Type);
                break;
            case ScalarTypeDefinitionNode scalar:
                Walk(scalar.Directives, scalar, "SCALAR");
                break;
            case ComplexTypeDefinitionNode complex:
                foreach (var @interface in complex.Interfaces) Walk(@interface);
                Walk(complex.Directives, complex, complex is ObjectTypeDefinitionNode ? "OBJECT" : "INTERFACE");
                foreach (var field in complex.Fields) Walk(field);
                break;
            case UnionTypeDefinitionNode union:
                Walk(union.Directives, union, "UNION");
                foreach (var type in union.Types) Walk(type);
                break;
            case EnumTypeDefinitionNode enumType:
                Walk(enumType.Directives, enumType, "ENUM");
                foreach (var value in enumType.Values) Walk(value.Directives, value, "ENUM_VALUE");
                break;
            case InputObjectTypeDefinitionNode inputObject:
                Walk(inputObject.Directives, inputObject, "INPUT_OBJECT");
                Walk(inputObject.Fields, "INPUT_FIELD_DEFINITION");
                break;
            case DirectiveDefinitionNode directive:
                Walk(directive.Arguments, "ARGUMENT_DEFINITION");
                break;
        }
    }

    private void Walk(FieldDefinitionNode field)
    {
        Walk(field.Arguments, "ARGUMENT_DEFINITION");
        Walk(field.Type);
        Walk(field.Directives, field, "FIELD_DEFINITION");
    }

    private void Walk(ImmutableArray<InputValueDefinitionNode> values, string location)
    {
        foreach (var value in values)
        {
            if (context.IsAborted) return;

            Walk(value.Type);
            if (value.DefaultValue is { } defaultValue) WalkValue(defaultValue, null, false, null);
            Walk(value.Directives, value, location);
        }
    }
}
