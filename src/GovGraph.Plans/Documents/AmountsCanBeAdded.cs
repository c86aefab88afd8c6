using FluentValidation;
using GovGraph.Plans.Budgets;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Documents;

/// <summary>All amounts of a plan together stay within 64 bits, so that whichever of them are added, the sum is exact.</summary>
internal static class AmountsCanBeAdded
{
    public static void Check(PlanDocument plan, ValidationContext<PlanDocument> context)
    {
        var sum = (plan.Areas ?? []).SelectMany(Amounts).Aggregate(Int128.Zero, (sum, text) => sum + (text is not null && Money.TryParse(text, out var money) ? money.Dong : 0));
        if (sum > long.MaxValue)
        {
            context.AddFailure(
                "Areas",
                $"hold amounts that make {sum} đồng together; {long.MaxValue} is the most that can be added",
                $"có các số tiền cộng lại thành {sum} đồng; tối đa chỉ cộng được {long.MaxValue}");
        }
    }

    private static IEnumerable<string?> Amounts(AreaDocument area) =>
    [
        area.Budget,
        .. Amounts(area.Groups, area.Tasks),
        .. (area.Components ?? []).SelectMany(component => (IEnumerable<string?>)[component.Budget, .. Amounts(component.Groups, component.Tasks)]),
    ];

    private static IEnumerable<string?> Amounts(GroupDocument[]? groups, TaskDocument[]? tasks) =>
        [.. (groups ?? []).Select(group => group.Budget), .. (tasks ?? []).Select(task => task.Budget)];
}
