using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Tasks;

namespace GovGraph.Storage.Files;

/// <summary>What a plan prints, without what has happened to its tasks.</summary>
public static class Print
{
    private static readonly TaskProgress NothingYet = new();

    public static bool AreSame(Plan left, Plan right) => Of(left).AsSpan().SequenceEqual(Of(right));

    private static byte[] Of(Plan plan)
    {
        var print = plan;
        foreach (var task in plan.Tasks.Where(task => task.Version > 1 || task.Progress != NothingYet))
        {
            print = print.With(task.WithProgress(NothingYet), 1);
        }

        return PlanFile.Write(print);
    }
}
