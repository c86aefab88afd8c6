using System.Collections.Immutable;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Documents;

/// <summary>Finds what a plan says has happened since it was printed, for those who take in prints only.</summary>
public static class ProgressFaults
{
    private static readonly Wording Told = new(
        "tells what has happened since the plan was printed; report that by itself, when the plan is here",
        "cho biết việc đã xảy ra sau khi kế hoạch được in; hãy báo cáo riêng việc đó khi kế hoạch đã được tiếp nhận");

    public static ImmutableArray<PlanFault> In(Plan plan)
    {
        var faults = new PlanFaults();
        for (var area = 0; area < plan.Areas.Length; area++)
        {
            var path = $"$.areas[{area}]";
            AddAll(plan.Areas[area].Tasks, $"{path}.tasks");
            AddAll(plan.Areas[area].Indicators, $"{path}.indicators");
            for (var component = 0; component < plan.Areas[area].Components.Length; component++)
            {
                AddAll(plan.Areas[area].Components[component].Tasks, $"{path}.components[{component}].tasks");
            }
        }

        if (plan.Version != 1)
        {
            faults.Add("$.version", Told);
        }

        return faults.ToImmutable();

        void AddAll<T>(ImmutableArray<T> nodes, string list)
            where T : ITrackedNode
        {
            for (var i = 0; i < nodes.Length; i++)
            {
                if (!nodes[i].Progress.IsNone)
                {
                    faults.Add($"{list}[{i}]", Told);
                }
            }
        }
    }
}
