using GovGraph.Plans.Documents;
using GovGraph.Server.SamplePlans;
using Xunit;

namespace GovGraph.Server.Tests.Load;

/// <summary>Partners that report all at once over bad lines to a server that dies. tests/load.sh runs it for a minute.</summary>
public sealed class LoadTests
{
    [Fact]
    public Task Each_acknowledged_change_is_there_once_in_the_embedded_store() => Run([]);

    [Fact]
    public async Task Each_acknowledged_change_is_there_once_in_MongoDB()
    {
        await using var mongo = await MongoDouble.Start("--replica-set", "rs0");
        await Run([$"--GovGraph:Storage:ConnectionString={mongo.Uri(options: "?replicaSet=rs0")}"]);
    }

    private static async Task Run(string[] store)
    {
        var settings = LoadSettings.Read();
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryFolder();
        using var plans = new TemporaryFolder();
        await Make(settings, plans.Path, cancellation);
        // Half of the lines are cut while the client speaks, half while the server answers.
        await using var lines = new LineCutter(settings.Seed, random => random.Next(2) == 0 ? (random.Next(2_500), int.MaxValue) : (int.MaxValue, random.Next(1_000)));
        await using var server = new MortalServer(data.Path, [$"--GovGraph:Seeds={plans.Path}", .. store], lines);
        await server.Start();

        var run = new LoadRun(settings, server, lines, await LoadTargets.Of(server.Itself));
        await run.Send(cancellation);
        await server.KillAndStart();

        TestContext.Current.TestOutputHelper?.WriteLine(run.ToString());
        Assert.Equal(settings.Kills + 1, server.Kills);
        Assert.InRange(lines.Cuts, LoadSettings.Clients / 8, int.MaxValue);
        Assert.Equal(5, run.Outcomes.Where(item => item.Outcome.IsDone).Select(item => item.Change.Name).Distinct().Count());
        var history = await LoadedHistory.Read(server.Itself);
        history.HasEachChangeOnce(run.Outcomes);
        await history.VersionsHaveNoGaps(server.Itself);
        await history.IsTheState(server.Itself);
    }

    private static async Task Make(LoadSettings settings, string folder, CancellationToken cancellation)
    {
        var maker = new SamplePlanMaker(Path.Combine(AppContext.BaseDirectory, "seeds"), (ulong)settings.Seed);
        for (var number = 0; number < settings.Plans; number++)
        {
            var plan = maker.Make(number);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{plan.Id}.json"), PlanFile.Write(plan), cancellation);
        }
    }
}
