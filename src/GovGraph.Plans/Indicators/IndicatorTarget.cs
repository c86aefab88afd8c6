using System.Globalization;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Indicators;

/// <summary>The value that an indicator has to reach: the text as printed, and what it means.</summary>
public sealed record IndicatorTarget
{
    public required string Text { get; init; }

    public required IndicatorComparator Comparator { get; init; }

    public decimal? Value { get; init; }

    /// <summary>The upper end of a range, which is not reached itself.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Reads <c>100</c>, <c>Tối thiểu 80</c>, <c>từ 95% trở lên</c> and <c>từ 80 đến dưới 90 điểm</c>; else the comparator is Unknown.</summary>
    internal static IndicatorTarget Parse(string text)
    {
        var tokens = Token.AllOf(text);
        var cursor = new Cursor(text, tokens, 0, tokens.Length);
        cursor.Take("đạt");
        var least = cursor.TakeAny("tối thiểu", "ít nhất", "trên", "≥");
        var from = cursor.Take("từ");
        if (!TryNumber(ref cursor, out var value))
        {
            return new IndicatorTarget { Text = text, Comparator = IndicatorComparator.Unknown };
        }

        if (cursor.TakeAny("đến dưới", "đến", "-") && TryNumber(ref cursor, out var maximum))
        {
            return new IndicatorTarget { Text = text, Comparator = IndicatorComparator.Range, Value = value, Maximum = maximum };
        }

        least |= cursor.Take("trở lên") || from;
        return new IndicatorTarget
        {
            Text = text,
            Comparator = least ? IndicatorComparator.AtLeast : cursor.AtEnd ? IndicatorComparator.Exactly : IndicatorComparator.Unknown,
            Value = least || cursor.AtEnd ? value : null,
        };
    }

    private static bool TryNumber(ref Cursor cursor, out decimal number)
    {
        number = 0;
        var ahead = cursor;
        if (!ahead.TakeNumber(1, 9, out var whole))
        {
            return false;
        }

        number = whole;
        cursor = ahead;
        var start = ahead.Position;
        if (ahead.TakeAny(",", ".") && ahead.TakeNumber(1, 9, out _))
        {
            number += decimal.Parse($"0.{ahead.TextSince(start)![1..]}", CultureInfo.InvariantCulture);
            cursor = ahead;
        }

        cursor.TakeAny("%", "điểm");
        return true;
    }
}

/// <summary>How an indicator's value is compared with its target.</summary>
public enum IndicatorComparator
{
    AtLeast,
    Exactly,
    Range,
    Unknown,
}
