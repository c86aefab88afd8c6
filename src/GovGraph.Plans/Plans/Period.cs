using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GovGraph.Plans;

/// <summary>Whole days from one to another: a year, a half-year, a quarter, a month, or any other span. Two with the same days are the same.</summary>
public readonly record struct Period
{
    private const string Day = "yyyy-MM-dd";

    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public Period(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            throw new ArgumentException($"A period can't end on {to:O}, before it begins on {from:O}.", nameof(to));
        }

        (From, To) = (from, to);
    }

    public DateOnly From { get; }

    /// <summary>Its last day.</summary>
    public DateOnly To { get; }

    public PeriodKind Kind =>
        From.Day != 1 || To.AddDays(1).Day != 1 || From.Year != To.Year ? PeriodKind.Range
        : (To.Month - From.Month + 1, From.Month) switch
        {
            (1, _) => PeriodKind.Month,
            (3, 1 or 4 or 7 or 10) => PeriodKind.Quarter,
            (6, 1 or 7) => PeriodKind.HalfYear,
            (12, _) => PeriodKind.Year,
            _ => PeriodKind.Range,
        };

    public static Period Year(int year) => Months(year, 1, 12);

    public static Period HalfYear(int year, int half) => Months(year, 6 * half - 5, 6);

    public static Period Quarter(int year, int quarter) => Months(year, 3 * quarter - 2, 3);

    public static Period Month(int year, int month) => Months(year, month, 1);

    public bool Contains(DateOnly day) => From <= day && day <= To;

    /// <summary>As it is kept: <c>2024</c>, <c>2024-H1</c>, <c>2024-Q3</c>, <c>2024-04</c>, <c>2024-01-01/2024-02-15</c>.</summary>
    public override string ToString() => Kind switch
    {
        PeriodKind.Year => $"{From:yyyy}",
        PeriodKind.HalfYear => $"{From:yyyy}-H{(From.Month + 5) / 6}",
        PeriodKind.Quarter => $"{From:yyyy}-Q{(From.Month + 2) / 3}",
        PeriodKind.Month => $"{From:yyyy-MM}",
        _ => $"{From:yyyy-MM-dd}/{To:yyyy-MM-dd}",
    };

    /// <summary>Reads what <see cref="ToString"/> writes, and nothing else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Period period)
    {
        period = default;
        Period? read = text switch
        {
            [_, _, _, _] when Number(text) is >= 1 and var year => Year(year),
            [_, _, _, _, '-', 'H', >= '1' and <= '2'] when Number(text[..4]) is >= 1 and var year => HalfYear(year, text[6] - '0'),
            [_, _, _, _, '-', 'Q', >= '1' and <= '4'] when Number(text[..4]) is >= 1 and var year => Quarter(year, text[6] - '0'),
            [_, _, _, _, '-', _, _] when Number(text[..4]) is >= 1 and var year && Number(text[5..]) is >= 1 and <= 12 and var month => Month(year, month),
            { Length: 21 } when text[10] == '/' && TryDay(text[..10], out var from) && TryDay(text[11..], out var to) && from <= to => new Period(from, to),
            _ => null,
        };
        period = read.GetValueOrDefault();
        return read is not null && read.Value.ToString() == text;
    }

    private static Period Months(int year, int first, int count)
    {
        var from = new DateOnly(year, first, 1);
        var last = first + count - 1;
        return new Period(from, new DateOnly(year, last, DateTime.DaysInMonth(year, last)));
    }

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}

/// <summary>What a period is in the calendar.</summary>
public enum PeriodKind
{
    Year,
    HalfYear,
    Quarter,
    Month,

    /// <summary>From one day to another, none of the above.</summary>
    Range,
}
