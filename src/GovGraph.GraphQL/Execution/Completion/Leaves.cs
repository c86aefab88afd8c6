using System.Globalization;

namespace GovGraph.GraphQL.Execution.Completion;

internal readonly struct StringLeaf : ILeaf<string>
{
    public static bool TryWrite(JsonWriter writer, string value, out string? reason)
    {
        writer.WriteString(value);
        reason = null;
        return true;
    }
}

internal readonly struct EncodedStringLeaf : ILeaf<EncodedString>
{
    public static bool TryWrite(JsonWriter writer, EncodedString value, out string? reason)
    {
        writer.WriteString(value);
        reason = null;
        return true;
    }
}

internal readonly struct BooleanLeaf : ILeaf<bool>
{
    public static bool TryWrite(JsonWriter writer, bool value, out string? reason)
    {
        writer.WriteBoolean(value);
        reason = null;
        return true;
    }
}

internal readonly struct Int32Leaf : ILeaf<int>
{
    public static bool TryWrite(JsonWriter writer, int value, out string? reason)
    {
        writer.WriteNumber(value);
        reason = null;
        return true;
    }
}

/// <summary>Int, from a type that holds more than 32 bits.</summary>
internal readonly struct NarrowedLeaf : ILeaf<long>
{
    public static bool TryWrite(JsonWriter writer, long value, out string? reason)
    {
        if (value is < int.MinValue or > int.MaxValue)
        {
            reason = string.Create(CultureInfo.InvariantCulture, $"Int cannot represent non 32-bit signed integer value: {value}");
            return false;
        }

        writer.WriteNumber(value);
        reason = null;
        return true;
    }
}

internal readonly struct Int64Leaf : ILeaf<long>
{
    public static bool TryWrite(JsonWriter writer, long value, out string? reason)
    {
        writer.WriteNumber(value);
        reason = null;
        return true;
    }
}

internal readonly struct DoubleLeaf : ILeaf<double>
{
    public static bool TryWrite(JsonWriter writer, double value, out string? reason)
    {
        if (!double.IsFinite(value))
        {
            reason = string.Create(CultureInfo.InvariantCulture, $"Float cannot represent non numeric value: {value}");
            return false;
        }

        writer.WriteNumber(value);
        reason = null;
        return true;
    }
}

internal readonly struct DecimalLeaf : ILeaf<decimal>
{
    public static bool TryWrite(JsonWriter writer, decimal value, out string? reason)
    {
        writer.WriteNumber(value);
        reason = null;
        return true;
    }
}

/// <summary>ID, from a number.</summary>
internal readonly struct NumberedIdLeaf : ILeaf<long>
{
    public static bool TryWrite(JsonWriter writer, long value, out string? reason)
    {
        writer.WriteByte((byte)'"');
        writer.WriteNumber(value);
        writer.WriteByte((byte)'"');
        reason = null;
        return true;
    }
}

/// <summary>ID, from an int.</summary>
internal readonly struct Int32IdLeaf : ILeaf<int>
{
    public static bool TryWrite(JsonWriter writer, int value, out string? reason) => NumberedIdLeaf.TryWrite(writer, value, out reason);
}
