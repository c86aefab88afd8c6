using System.Text.Json;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Documents;

/// <summary>What somebody who takes a plan in should know of it: what could not be read, what the source has lost.</summary>
public static class PlanRemarks
{
    public static IEnumerable<string> Of(PlanReading reading)
    {
        var plan = reading.Plan!;
        foreach (var deadline in reading.UnknownDeadlines)
        {
            yield return new Wording($"this deadline can't be read and is kept as text: {deadline}", $"thời hạn này không đọc được và được giữ nguyên văn: {deadline}").ToString();
        }

        foreach (var unit in plan.Units.Where(unit => !unit.IsListed))
        {
            yield return new Wording(
                $"this unit is named in a cell, but not among the plan's units: {unit.Name}", $"đơn vị này có trong một ô nhưng không có trong danh sách đơn vị của kế hoạch: {unit.Name}").ToString();
        }

        var damage = Damage(plan).CountBy(mark => mark.Kind).OrderBy(count => count.Key).ToList();
        if (damage.Count > 0)
        {
            var counts = string.Join(", ", damage.Select(count => $"{count.Value} {JsonNamingPolicy.SnakeCaseUpper.ConvertName(count.Key.ToString())}"));
            yield return new Wording($"damaged in its source: {counts}", $"bị hư hại trong văn bản nguồn: {counts}").ToString();
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
