using FluentValidation;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Documents;

/// <summary>A unit stands under another one of the list, by its name, and never, by way of others, under itself.</summary>
internal static class UnitsStandUnderOthers
{
    public static void Check(PlanDocument plan, ValidationContext<PlanDocument> context)
    {
        var units = plan.Units ?? [];
        var byName = new Dictionary<string, UnitDocument>();
        foreach (var unit in units)
        {
            byName.TryAdd(unit.Name, unit);
        }

        // Units from which the way up is known to end.
        var ending = new HashSet<UnitDocument>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < units.Length; index++)
        {
            var passed = new HashSet<UnitDocument>(ReferenceEqualityComparer.Instance);
            var unit = units[index];
            while (unit.Under is { } name && !ending.Contains(unit))
            {
                if (!passed.Add(unit))
                {
                    context.AddFailure(
                        $"Units[{index}].Under",
                        $"\"{units[index].Under}\" stands, by way of others, under itself",
                        $"\"{units[index].Under}\", qua các đơn vị khác, lại thuộc chính nó");
                    break;
                }

                if (!byName.TryGetValue(name, out var above))
                {
                    if (ReferenceEquals(unit, units[index]))
                    {
                        context.AddFailure(
                            $"Units[{index}].Under", $"\"{name}\" is the name of no unit in the list", $"\"{name}\" không phải tên đơn vị nào trong danh sách");
                    }

                    break;
                }

                unit = above;
            }

            ending.UnionWith(passed);
        }
    }
}
