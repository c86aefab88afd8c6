using System.Globalization;
using FluentValidation;
using GovGraph.Plans.Budgets;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Text;
using GovGraph.Plans.Units;

namespace GovGraph.Plans.Documents;

/// <summary>What must hold in a plan's file beyond its shape.</summary>
internal sealed class PlanRules : AbstractValidator<PlanDocument>
{
    public const int SchemaVersion = 1;
    public const int FirstYear = 1945;
    public const int LastYear = 2199;

    public PlanRules()
    {
        RuleFor(plan => plan.SchemaVersion).Equal(SchemaVersion).WithMessage($"must be {SchemaVersion}, the version of the format that is read here", $"phải là {SchemaVersion}, phiên bản định dạng được đọc ở đây");
        RuleFor(plan => plan.Issuer.Id).Must(id => id == UnitName.Slug(id)).WithMessage("must be lower-case letters and digits, joined by hyphens", "phải gồm chữ thường không dấu và chữ số, nối bằng gạch nối");
        RuleFor(plan => plan.Year).InclusiveBetween(FirstYear, LastYear).WithMessage($"must be a year from {FirstYear} to {LastYear}", $"phải là một năm từ {FirstYear} đến {LastYear}");
        RuleFor(plan => plan.Id).Must((plan, id) => id == ExpectedId(plan)).WithMessage(plan => new Wording(
            $"must be \"{ExpectedId(plan)}\": issuer, year and program", $"phải là \"{ExpectedId(plan)}\": cơ quan ban hành, năm và chương trình").ToString());
        RuleFor(plan => plan.Version).GreaterThanOrEqualTo(1).WithMessage(SharedRules.BeOneOrMore);
        RuleFor(plan => plan.Budget).IsMoney();
        RuleFor(plan => plan.Date!).SetValidator(new DateRules()).When(plan => plan.Date is not null);
        RuleForEach(plan => plan.Damage).SetValidator(new DamageRules<PlanDocument>());
        RuleForEach(plan => plan.Areas).SetValidator(new AreaRules());
        RuleFor(plan => plan).Custom(OneUnitForEachSpelling.Check);
        RuleFor(plan => plan).Custom(UnitsStandUnderOthers.Check);
        RuleFor(plan => plan).Custom(NodeIds.Check);
        RuleFor(plan => plan).Custom(AmountsCanBeAdded.Check);
    }

    private static string ExpectedId(PlanDocument plan) =>
        string.Create(CultureInfo.InvariantCulture, $"{plan.Issuer.Id}-{plan.Year}-{plan.Program.ToString().ToLowerInvariant()}");
}

/// <summary>A printed date exists, and has no day without its month.</summary>
internal sealed class DateRules : AbstractValidator<DateDocument>
{
    public DateRules()
    {
        RuleFor(date => date.Year).InclusiveBetween(1, 9999).WithMessage("must be a year", "phải là một năm");
        RuleFor(date => date.Month).InclusiveBetween(1, 12).WithMessage("must be a month from 1 to 12", "phải là một tháng từ 1 đến 12");
        RuleFor(date => date.Month).Must((date, _) => date.Year is not null).When(date => date.Month is not null).WithMessage("needs a year beside it", "phải kèm theo năm");
        RuleFor(date => date.Day).Must((date, _) => date.Month is not null).When(date => date.Day is not null).WithMessage("needs a month beside it", "phải kèm theo tháng");
        RuleFor(date => date.Day)
            .Must((date, day) => day >= 1 && day <= DateTime.DaysInMonth(date.Year!.Value, date.Month!.Value))
            .When(date => date is { Day: not null, Month: >= 1 and <= 12, Year: >= 1 and <= 9999 })
            .WithMessage("must be a day of that month", "phải là một ngày của tháng đó");
    }
}

/// <summary>Rules that several kinds of nodes share.</summary>
internal static class SharedRules
{
    public static readonly Wording BeOneOrMore = new("must be 1 or more", "phải từ 1 trở lên");

    public static readonly Wording BePeriod = new(
        "must be a period such as 2024, 2024-H1, 2024-Q3, 2024-04 or 2024-01-01/2024-02-15",
        "phải là một kỳ, ví dụ 2024, 2024-H1, 2024-Q3, 2024-04 hoặc 2024-01-01/2024-02-15");

    public static readonly Wording BeFigure = new(
        $"must have at most {IndicatorValue.MostWholeDigits} digits before the point and {IndicatorValue.MostDecimals} behind it",
        $"có tối đa {IndicatorValue.MostWholeDigits} chữ số phần nguyên và {IndicatorValue.MostDecimals} chữ số thập phân");

    public static void IsMoney<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => text is null || Money.TryParse(text, out _))
        .WithMessage("must be an amount in đồng, such as 12.900.000", "phải là một số tiền bằng đồng, ví dụ 12.900.000");
}
