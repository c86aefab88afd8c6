using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Server.Access;
using GovGraph.Storage;

namespace GovGraph.Server;

/// <summary>What the program says when it is ready: where it answers, what is loaded, where the data lie. Then what is wrong, if anything is.</summary>
internal static class StartReport
{
    public static async Task Print(WebApplication app, Seeds seeds, TextWriter output)
    {
        var store = app.Services.GetRequiredService<PlanStore>();
        var report = store.Report;
        var plans = await store.FindPlans(Count<Plan>());
        var tasks = await store.FindTasks(Count<PlanTask>());
        output.WriteLine($"GovGraph answers at {string.Join(" and ", app.Urls.Select(url => $"{url}/graphql"))}");
        output.WriteLine($"{Number(plans.TotalCount, "plan")} with {Number(tasks.TotalCount, "task")} are loaded{(seeds.Imported > 0 ? $", {seeds.Imported} of them imported now from {seeds.Folder}" : "")}");
        output.WriteLine($"The data lie in {report.Location}");
        foreach (var fault in report.Faults)
        {
            output.WriteLine($"Set aside: {fault.Source}: {fault.Reason}{(fault.MovedTo is null ? "" : $" It is kept as {fault.MovedTo}.")}");
        }

        foreach (var remark in seeds.Remarks) output.WriteLine($"Seeds: {remark}");
        output.WriteLine(await app.Services.GetRequiredService<Admission>().Describe());
    }

    private static string Number(long? count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static Query<T> Count<T>() => new() { Page = new() { First = 0 }, WithTotalCount = true };
}
