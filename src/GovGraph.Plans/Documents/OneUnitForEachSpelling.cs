using FluentValidation;
using GovGraph.Plans.Text;
using GovGraph.Plans.Units;

namespace GovGraph.Plans.Documents;

/// <summary>No two units of a plan share a spelling: a cell could mean either.</summary>
internal static class OneUnitForEachSpelling
{
    public static void Check(PlanDocument plan, ValidationContext<PlanDocument> context)
    {
        var owners = new Dictionary<string, int>();
        foreach (var (unit, index) in (plan.Units ?? []).Select((unit, index) => (unit, index)))
        {
            Check(unit.Name, $"Units[{index}].Name", index);
            for (var alias = 0; alias < (unit.Aliases?.Length ?? 0); alias++)
            {
                Check(unit.Aliases![alias], $"Units[{index}].Aliases[{alias}]", index);
            }
        }

        void Check(string spelling, string path, int index)
        {
            // An alias that differs from its own unit's name in case only is as printed.
            if (!owners.TryAdd(UnitName.Key(spelling), index) && owners[UnitName.Key(spelling)] is var owner && owner != index)
            {
                context.AddFailure(path, $"\"{spelling}\" is a spelling of units[{owner}] already", $"\"{spelling}\" đã là một cách viết của units[{owner}]");
            }
        }
    }
}
