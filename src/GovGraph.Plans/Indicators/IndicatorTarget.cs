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

    /// <summary>
    /// The share of the target that a value reaches: 1 is all of it, more is better. Up to an upper limit, less is better.
    /// Of a range the lower end counts; null where the target can't be read.
    /// </summary>
    public decimal? AchievementOf(decimal reached) => (Comparator, Value) switch
    {
        (IndicatorComparator.Unknown, _) or (_, null) => null,
        (IndicatorComparator.AtMost, var most) => reached <= most && reached <= 0 ? 1 : most / reached,
        (_, 0) => reached >= 0 ? 1 : 0,
        (_, var least) => reached / least,
    };

    /// <summary>Whether a value has not reached the target; null where the target can't be read.</summary>
    public bool? IsMissedBy(decimal reached) => (Comparator, Value) switch
    {
        (IndicatorComparator.Unknown, _) or (_, null) => null,
        (IndicatorComparator.AtMost, { } most) => reached > most,
        (_, { } least) => reached < least,
    };

    /// <summary>Reads <c>100</c>, <c>Tối thiểu 80</c>, <c>từ 95% trở lên</c>, <c>không quá 5</c> and <c>từ 80 đến dưới 90 điểm</c>; else the comparator is Unknown.</summary>
    internal static IndicatorTarget Parse(string text)
    {
        var tokens = Token.AllOf(text);
        var cursor = new Cursor(text, tokens, 0, tokens.Length);
        cursor.Take("đạt");
        var least = cursor.TakeAny("tối thiểu", "ít nhất", "trên", "≥");
        var most = !least && cursor.TakeAny("tối đa", "không quá", "không vượt quá", "nhiều nhất", "dưới", "≤");
        var from = !most && cursor.Take("từ");
        if (!TryNumber(ref cursor, out var value))
        {
            return new IndicatorTarget { Text = text, Comparator = IndicatorComparator.Unknown };
        }

        if (!most && cursor.TakeAny("đến dưới", "đến", "-") && TryNumber(ref cursor, out var maximum))
        {
            return new IndicatorTarget { Text = text, Comparator = IndicatorComparator.Range, Value = value, Maximum = maximum };
        }

        most |= cursor.Take("trở xuống");
        least |= !most && (cursor.Take("trở lên") || from);
        var comparator = most ? IndicatorComparator.AtMost
            : least ? IndicatorComparator.AtLeast
            : cursor.AtEnd ? IndicatorComparator.Exactly
            : IndicatorComparator.Unknown;
        return new IndicatorTarget { Text = text, Comparator = comparator, Value = comparator == IndicatorComparator.Unknown ? null : value };
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
    AtMost,
    Exactly,
    Range,
    Unknown,
}
