using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types.Scalars;

/// <summary>Any: a value as it is, in either direction.</summary>
internal sealed class AnyCoercion : ScalarCoercion
{
    public override bool TryCoerceLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? reason)
    {
        using var writer = new JsonWriter();
        Write(writer, literal);
        return Accept(JsonElement.Parse(writer.Written), out value, out reason);
    }

    // A variable's document may be gone before the value is: hence the clone.
    public override bool TryCoerceJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? reason) =>
        Accept(json.Clone(), out value, out reason);

    public override bool TryWrite(JsonWriter writer, object value, [NotNullWhen(false)] out string? reason)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> map: return TryWriteMap(writer, map, out reason);
            case IEnumerable<object?> list: return TryWriteList(writer, list, out reason);
            case JsonElement json: writer.WriteRaw(JsonMarshal.GetRawUtf8Value(json)); break;
            case string text: writer.WriteString(text); break;
            case EncodedString text: writer.WriteString(text); break;
            case bool boolean: writer.WriteBoolean(boolean); break;
            case int number: writer.WriteNumber(number); break;
            case long number: writer.WriteNumber(number); break;
            case decimal number: writer.WriteNumber(number); break;
            case double number when double.IsFinite(number): writer.WriteNumber(number); break;
            default:
                reason = $"Any cannot represent value: {Shown.Of(value)}";
                return false;
        }

        reason = null;
        return true;
    }

    private bool TryWriteList(JsonWriter writer, IEnumerable<object?> list, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        var isFirst = true;
        foreach (var item in list)
        {
            writer.WriteRaw(isFirst ? "["u8 : ","u8);
            isFirst = false;
            if (!TryWriteItem(writer, item, out reason)) return false;
        }

        writer.WriteRaw(isFirst ? "[]"u8 : "]"u8);
        return true;
    }

    private bool TryWriteMap(JsonWriter writer, IReadOnlyDictionary<string, object?> map, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        var isFirst = true;
        foreach (var (name, item) in map)
        {
            writer.WriteRaw(isFirst ? "{"u8 : ","u8);
            isFirst = false;
            writer.WriteString(name);
            writer.WriteRaw(":"u8);
            if (!TryWriteItem(writer, item, out reason)) return false;
        }

        writer.WriteRaw(isFirst ? "{}"u8 : "}"u8);
        return true;
    }

    private bool TryWriteItem(JsonWriter writer, object? item, [NotNullWhen(false)] out string? reason)
    {
        if (item is not null) return TryWrite(writer, item, out reason);
        writer.WriteNull();
        reason = null;
        return true;
    }

    private static void Write(JsonWriter writer, ValueNode literal)
    {
        switch (literal)
        {
            case NullValueNode: writer.WriteNull(); break;
            case BooleanValueNode boolean: writer.WriteBoolean(boolean.Value); break;
            case StringValueNode text: writer.WriteString(text.Value); break;
            case EnumValueNode name: writer.WriteString(name.Value); break;
            case IntValueNode number: WriteDigits(writer, number.Value); break;
            case FloatValueNode number: WriteDigits(writer, number.Value); break;
            case ListValueNode list: WriteList(writer, list); break;
            case ObjectValueNode map: WriteMap(writer, map); break;
            default: throw new ArgumentException("A variable is no constant value.", nameof(literal));
        }
    }

    // GraphQL writes numbers as JSON does.
    private static void WriteDigits(JsonWriter writer, string number) => writer.WriteRaw(System.Text.Encoding.ASCII.GetBytes(number));

    private static void WriteList(JsonWriter writer, ListValueNode list)
    {
        var separator = "["u8;
        foreach (var item in list.Values)
        {
            writer.WriteRaw(separator);
            separator = ","u8;
            Write(writer, item);
        }

        writer.WriteRaw(list.Values.IsEmpty ? "[]"u8 : "]"u8);
    }

    private static void WriteMap(JsonWriter writer, ObjectValueNode map)
    {
        var separator = "{"u8;
        foreach (var field in map.Fields)
        {
            writer.WriteRaw(separator);
            separator = ","u8;
            writer.WriteString(field.Name.Value);
            writer.WriteRaw(":"u8);
            Write(writer, field.Value);
        }

        writer.WriteRaw(map.Fields.IsEmpty ? "{}"u8 : "}"u8);
    }
}
