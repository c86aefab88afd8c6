using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>A literal is one of the type expected where it stands.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type"/>
internal sealed class ValuesOfCorrectType(ValidationContext context) : ValidationRule(context)
{
    public override void EnterArgument(ArgumentNode argument, DirectiveNode? directive)
    {
        // Unknown argument: KnownArgumentNames reports it.
        if (Context.Argument is { } definition) Check(argument.Value, definition.Type);
    }

    public override void EnterVariableDefinition(VariableDefinitionNode variable)
    {
        if (variable.DefaultValue is { } value && Context.VariableType is { IsInputType: true } type) Check(value, type);
    }

    private void Check(ValueNode value, GraphQLType type)
    {
        if (Context.IsAborted) return;

        switch (value)
        {
            // VariablesInAllowedPosition looks at it.
            case VariableNode:
                return;
            case NullValueNode:
                if (type.IsNonNull) ReportUnexpected(value, type);
                return;
            case ListValueNode list when type.Nullable is ListType listType:
                foreach (var item in list.Values) Check(item, listType.OfType);
                return;
        }

        // Any other value stands for a list of itself, so that the type inside the lists decides.
        var reported = value is ListValueNode ? type.Nullable : type;
        switch (type.Named)
        {
            case InputObjectType inputObject when value is ObjectValueNode fields: CheckFields(fields, inputObject); break;
            case InputObjectType: ReportUnexpected(value, reported); break;
            case EnumType enumType: CheckEnumValue(value, enumType); break;
            case ScalarType scalar: CheckScalar(value, scalar, reported); break;
        }
    }

    private void CheckFields(ObjectValueNode value, InputObjectType type)
    {
        foreach (var field in value.Fields)
        {
            if (Context.IsAborted) return;

            if (type.Fields.TryGetValue(field.Name.Value, out var definition))
            {
                Check(field.Value, definition.Type);
            }
            else
            {
                Report($"Field \"{field.Name}\" is not defined by type \"{type}\".{Context.Suggest(field.Name.Value, type.Fields.Keys)}", field);
            }
        }

        foreach (var definition in type.FieldsInOrder)
        {
            if (definition.IsRequired && FieldOf(value, definition.Name) is null)
            {
                Report($"Field \"{type}.{definition.Name}\" of required type \"{definition.Type}\" was not provided.", value);
            }
        }

        if (type.IsOneOf) CheckOneOf(value, type);
    }

    private void CheckOneOf(ObjectValueNode value, InputObjectType type)
    {
        var first = value.Fields.IsEmpty ? null : value.Fields[0].Name.Value;
        if (first is null || HasOtherFields(value, first))
        {
            Report($"OneOf Input Object \"{type}\" must specify exactly one key.", value);
        }
        else if (FieldOf(value, first)!.Value is NullValueNode)
        {
            Report($"Field \"{type}.{first}\" must be non-null.", value);
        }
    }

    private void CheckEnumValue(ValueNode value, EnumType type)
    {
        if (value is EnumValueNode literal)
        {
            if (!type.Values.ContainsKey(literal.Value))
            {
                Report($"Value \"{literal.Value}\" does not exist in \"{type}\" enum.{SuggestValue(type, literal.Value)}", value);
            }
        }
        else
        {
            var printed = Printer.Print(value);
            Report($"Enum \"{type}\" cannot represent non-enum value: {printed}.{SuggestValue(type, printed)}", value);
        }
    }

    private void CheckScalar(ValueNode value, ScalarType type, GraphQLType reported)
    {
        // Inside a custom scalar's list or object variables may stand: then it can be judged only at execution.
        if (HoldsVariable(value) || type.Coercion.TryCoerceLiteral(value, out _, out var reason)) return;

        if (reason is null)
        {
            ReportUnexpected(value, reported);
        }
        else
        {
            Report(reason, value);
        }
    }

    private void ReportUnexpected(ValueNode value, GraphQLType type) =>
        Report($"Expected value of type \"{type}\", found {Printer.Print(value)}.", value);

    private string SuggestValue(EnumType type, string name) => Context.Suggest(name, type.Values.Keys, "the enum value");

    /// <summary>The last of that name, as JSON would have it; UniqueInputFieldNames refuses the others.</summary>
    private static ObjectFieldNode? FieldOf(ObjectValueNode value, string name)
    {
        for (var i = value.Fields.Length - 1; i >= 0; i--)
        {
            if (value.Fields[i].Name.Value == name) return value.Fields[i];
        }

        return null;
    }

    private static bool HasOtherFields(ObjectValueNode value, string name)
    {
        foreach (var field in value.Fields)
        {
            if (field.Name.Value != name) return true;
        }

        return false;
    }

    private static bool HoldsVariable(ValueNode value)
    {
        switch (value)
        {
            case VariableNode:
                return true;
            case ListValueNode list:
                foreach (var item in list.Values)
                {
                    if (HoldsVariable(item)) return true;
                }

                return false;
            case ObjectValueNode fields:
                foreach (var field in fields.Fields)
                {
                    if (HoldsVariable(field.Value)) return true;
                }

                return false;
            default:
                return false;
        }
    }
}
