using System.Globalization;

namespace GovGraph.Storage.Paging;

/// <summary>Plain values as whole numbers, so that a cursor can keep them; a decimal is kept as its text.</summary>
internal static class CursorNumber
{
    public static long Of(object value) => value switch
    {
        DateOnly date => date.DayNumber,

        // All its bits, not the whole number beside it.
        double share => BitConverter.DoubleToInt64Bits(share),
        _ => Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };

    /// <summary>What a cursor kept, as a value of this type; false where it can't be one.</summary>
    public static bool TryRead(object? kept, Type type, out object? value)
    {
        value = kept switch
        {
            null => null,
            string when type == typeof(string) => kept,
            string digits when type == typeof(decimal) && decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var exact) => exact,
            long number when type == typeof(long) => number,
            long and >= int.MinValue and <= int.MaxValue when type == typeof(int) => (int)(long)kept,
            long and >= 0 and var day when type == typeof(DateOnly) && day <= DateOnly.MaxValue.DayNumber => DateOnly.FromDayNumber((int)day),
            long bits when type == typeof(double) && BitConverter.Int64BitsToDouble(bits) is var share && double.IsFinite(share) => share,
            long number when type == typeof(bool) => number != 0,
            long number when type.IsEnum => Enum.ToObject(type, number),
            _ => null,
        };
        return kept is null || value is not null;
    }
}
