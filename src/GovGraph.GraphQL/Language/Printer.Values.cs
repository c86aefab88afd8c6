namespace GovGraph.GraphQL.Language;

internal sealed partial class Printer
{
    private void WriteValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable: _text.Append('$').Append(variable.Name.Value); break;
            case IntValueNode number: _text.Append(number.Value); break;
            case FloatValueNode number: _text.Append(number.Value); break;
            case StringValueNode text: WriteString(text); break;
            case BooleanValueNode boolean: _text.Append(boolean.Value ? "true" : "false"); break;
            case NullValueNode: _text.Append("null"); break;
            case EnumValueNode name: _text.Append(name.Value); break;
            case ListValueNode list:
                _text.Append('[');
                WriteList("", list.Values, ", ", "");
                _text.Append(']');
                break;
            case ObjectValueNode map:
                _text.Append('{');
                WriteList("", map.Fields, ", ", "");
                _text.Append('}');
                break;
        }
    }

    private void WriteObjectField(ObjectFieldNode field)
    {
        _text.Append(field.Name.Value).Append(": ");
        WriteValue(field.Value);
    }

    private void WriteDefaultValue(ValueNode? value)
    {
        if (value is null) return;

        _text.Append(" = ");
        WriteValue(value);
    }

    private void WriteString(StringValueNode text)
    {
        if (text.IsBlock && BlockStrings.TryPrint(text.Value, _indent * 2, out var block)) _text.Append(block);
        else _text.Append(StringEscapes.Print(text.Value));
    }

    private void WriteDescription(StringValueNode? description)
    {
        if (description is null) return;

        WriteString(description);
        StartLine();
    }
}
