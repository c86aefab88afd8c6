using FluentValidation;
using GovGraph.Plans;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Periods;

/// <summary>A period as a caller names it: exactly one of its kinds.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Year">Of whatever is in a year.</param>
/// <param name="Number">Of the half-year, the quarter or the month.</param>
/// <param name="From">Of a range.</param>
/// <param name="To">Of a range.</param>
internal sealed record PeriodInput(PeriodKind Kind, int Year = 0, int Number = 0, DateOnly From = default, DateOnly To = default)
{
    private static readonly PeriodValidator s_rules = new();

    public static PeriodInput Of(InputObject input)
    {
        if (input.FindValue<int>("year") is { } year) return new(PeriodKind.Year, year);
        if (input.Object("halfYear") is { } half) return new(PeriodKind.HalfYear, half.Get<int>("year"), half.Get<int>("half"));
        if (input.Object("quarter") is { } quarter) return new(PeriodKind.Quarter, quarter.Get<int>("year"), quarter.Get<int>("quarter"));
        if (input.Object("month") is { } month) return new(PeriodKind.Month, month.Get<int>("year"), month.Get<int>("month"));
        var range = input.Object("range")!.Value;
        return new(PeriodKind.Range, From: range.Get<DateOnly>("from"), To: range.Get<DateOnly>("to"));
    }

    /// <summary>The period; null where it breaks a rule.</summary>
    public Period? Find() => !s_rules.Validate(this).IsValid ? null : Kind switch
    {
        PeriodKind.Year => Period.Year(Year),
        PeriodKind.HalfYear => Period.HalfYear(Year, Number),
        PeriodKind.Quarter => Period.Quarter(Year, Number),
        PeriodKind.Month => Period.Month(Year, Number),
        _ => new Period(From, To),
    };
}

internal sealed class PeriodValidator : AbstractValidator<PeriodInput>
{
    private const int FirstYear = 1945;
    private const int LastYear = 2100;

    public PeriodValidator()
    {
        Years(PeriodKind.Year, "year");
        Years(PeriodKind.HalfYear, "halfYear.year");
        Years(PeriodKind.Quarter, "quarter.year");
        Years(PeriodKind.Month, "month.year");
        Numbers(PeriodKind.HalfYear, "halfYear.half", 2, new("A year has two halves: 1 or 2.", "Một năm có hai nửa: 1 hoặc 2."));
        Numbers(PeriodKind.Quarter, "quarter.quarter", 4, new("A year has four quarters: 1 to 4.", "Một năm có bốn quý: 1 đến 4."));
        Numbers(PeriodKind.Month, "month.month", 12, new("A year has twelve months: 1 to 12.", "Một năm có mười hai tháng: 1 đến 12."));
        When(period => period.Kind == PeriodKind.Range, () =>
        {
            RuleFor(period => period.To).GreaterThanOrEqualTo(period => period.From).OverridePropertyName("range.to").WithMessage("A period ends on the day it begins, or later.", "Kỳ phải kết thúc vào ngày bắt đầu hoặc muộn hơn.");
            RuleFor(period => period.From).Must(day => day.Year is >= FirstYear and <= LastYear).OverridePropertyName("range.from").WithMessage(s_outOfRange);
            RuleFor(period => period.To).Must(day => day.Year is >= FirstYear and <= LastYear).OverridePropertyName("range.to").WithMessage(s_outOfRange);
        });
    }

    private static readonly Wording s_outOfRange = new($"A year lies between {FirstYear} and {LastYear}.", $"Năm phải trong khoảng từ {FirstYear} đến {LastYear}.");

    private void Years(PeriodKind kind, string path) =>
        RuleFor(period => period.Year).InclusiveBetween(FirstYear, LastYear).When(period => period.Kind == kind).OverridePropertyName(path).WithMessage(s_outOfRange);

    private void Numbers(PeriodKind kind, string path, int most, Wording message) =>
        RuleFor(period => period.Number).InclusiveBetween(1, most).When(period => period.Kind == kind).OverridePropertyName(path).WithMessage(message);
}
