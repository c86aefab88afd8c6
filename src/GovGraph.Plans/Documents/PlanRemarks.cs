using System.Text.Json;

namespace GovGraph.Plans.Documents;

/// <summary>What somebody who takes a plan in should know of it: what could not be read, what the source has lost.</summary>
public static class PlanRemarks
{
    public static IEnumerable<string> Of(PlanReading reading)
    {
        var plan = reading.Plan!;
        foreach (var deadline in reading.UnknownDeadlines)
        {
            yield return $"this deadline can't be read and is kept as text: {deadline}";
        }

        foreach (var unit in plan.Units.Where(unit => !unit.IsListed))
        {
            yield return $"this unit is named in a cell, but not among the plan's units: {unit.Name}";
        }

        var damage = Damage(plan).CountBy(mark => mark.Kind).OrderBy(count => count.Key).ToList();
        if (damage.Count > 0)
        {
            yield return $"damaged in its source: {string.Join(", ", damage.Select(count => $"{count.Value} {JsonNamingPolicy.SnakeCaseUpper.ConvertName(count.Key.ToString())}"))}";
        }
    }

    private static IEnumerable<Damage> Damage(Plan plan) =>
    [
        .. plan.Damage,
        .. plan.Areas.SelectMany(area => (IEnumerable<Damage>)
        [
            .. area.Damage,
            .. area.Groups.SelectMany(group => group.Damage),
            .. area.Indicators.SelectMany(indicator => indicator.Damage),
            .. area.Components.SelectMany(component => (IEnumerable<Damage>)[.. component.Damage, .. component.Groups.SelectMany(group => group.Damage)]),
        ]),
        .. plan.Tasks.SelectMany(task => task.Damage),
    ];
}
