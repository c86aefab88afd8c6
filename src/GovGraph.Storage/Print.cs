using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;

namespace GovGraph.Storage;

/// <summary>What a plan prints, without what has happened since.</summary>
public static class Print
{
    public static bool AreSame(Plan left, Plan right) => Of(left).AsSpan().SequenceEqual(Of(right));

    private static byte[] Of(Plan plan)
    {
        var print = plan;
        foreach (var node in plan.AllTracked.Where(node => !node.Progress.IsNone))
        {
            print = print.With(node.WithProgress(node is PlanTask ? new TaskProgress() : new IndicatorProgress()), 1);
        }

        return PlanFile.Write(print);
    }
}
