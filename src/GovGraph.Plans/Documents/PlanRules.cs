using System.Globalization;
using FluentValidation;
using GovGraph.Plans.Budgets;
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
        RuleFor(plan => plan.SchemaVersion).Equal(SchemaVersion).WithMessage($"must be {SchemaVersion}, the version of the format that is read here");
        RuleFor(plan => plan.Issuer.Id).Must(id => id == UnitName.Slug(id)).WithMessage("must be lower-case letters and digits, joined by hyphens");
        RuleFor(plan => plan.Year).InclusiveBetween(FirstYear, LastYear).WithMessage($"must be a year from {FirstYear} to {LastYear}");
        RuleFor(plan => plan.Id).Must((plan, id) => id == ExpectedId(plan)).WithMessage(plan => $"must be \"{ExpectedId(plan)}\": issuer, year and program");
        RuleFor(plan => plan.Version).GreaterThanOrEqualTo(1).WithMessage("must be 1 or more");
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
        RuleFor(date => date.Year).InclusiveBetween(1, 9999).WithMessage("must be a year");
        RuleFor(date => date.Month).InclusiveBetween(1, 12).WithMessage("must be a month from 1 to 12");
        RuleFor(date => date.Month).Must((date, _) => date.Year is not null).When(date => date.Month is not null).WithMessage("needs a year beside it");
        RuleFor(date => date.Day).Must((date, _) => date.Month is not null).When(date => date.Day is not null).WithMessage("needs a month beside it");
        RuleFor(date => date.Day)
            .Must((date, day) => day >= 1 && day <= DateTime.DaysInMonth(date.Year!.Value, date.Month!.Value))
            .When(date => date is { Day: not null, Month: >= 1 and <= 12, Year: >= 1 and <= 9999 })
            .WithMessage("must be a day of that month");
    }
}

/// <summary>Rules that several kinds of nodes share.</summary>
internal static class SharedRules
{
    public static void IsMoney<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => text is null || Money.TryParse(text, out _))
        .WithMessage("must be an amount in đồng, such as 12.900.000");
}
