using System.CommandLine;
using System.Globalization;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Server.SamplePlans;
using GovGraph.Storage;

namespace GovGraph.Server.Commands;

/// <summary>generate: plans for load tests, as files or straight into the store.</summary>
internal static class Generate
{
    private const string ToStore = "store";

    // Callers who wait together share a flush of the store.
    private const int InsertsAtOnce = 32;

    public static Command Create()
    {
        var plans = new Option<int>("--plans") { Description = $"How many, from 1 to {SamplePlanMaker.Most}: then every province and commune has three plans for each of twenty years.", Required = true, HelpName = "N" };
        plans.Validators.Add(result =>
        {
            if (!result.Errors.Any() && (result.GetValueOrDefault<int>() < 1 || result.GetValueOrDefault<int>() > SamplePlanMaker.Most)) result.AddError($"--plans takes a number from 1 to {SamplePlanMaker.Most}.");
        });
        var seed = new Option<ulong>("--seed") { Description = "The same seed makes the same plans, byte for byte.", DefaultValueFactory = _ => 1, HelpName = "S" };
        var to = new Option<string>("--to") { Description = $"A folder for plan files, or the word {ToStore}.", Required = true, HelpName = $"FOLDER|{ToStore}" };
        var store = StoreOption.Create();
        var command = new Command("generate", "Make realistic plans for load tests, out of the published ones.") { plans, seed, to, store };
        command.SetAction(async (parsed, cancellation) =>
        {
            var maker = new SamplePlanMaker(Path.Combine(AppContext.BaseDirectory, "seeds"), parsed.GetValue(seed));
            var (count, place, configuration) = (parsed.GetValue(plans), parsed.GetValue(to)!, parsed.InvocationConfiguration);
            var bar = new ProgressBar(configuration.Error, "plans", count);
            var made = new Tally(count, bar);
            if (place == ToStore)
            {
                var settings = StoreOption.Read(parsed, store);
                await using var opened = await StoreOption.Open(settings, configuration.Error, cancellation);
                await using var audit = CommandAudit.Of(parsed, settings, opened);
                await Insert(opened, Make(maker, count), made, parsed.GetValue(seed), audit, cancellation);
            }
            else
            {
                await Write(new PlanFiles(place), Make(maker, count), made, cancellation);
            }

            bar.End();
            return made.Report(configuration.Output, configuration.Error, place == ToStore ? "the store" : Path.GetFullPath(place));
        });
        return command;
    }

    private static IAsyncEnumerable<Plan> Make(SamplePlanMaker maker, int count) => Ahead.Make(Enumerable.Range(0, count), maker.Make);

    private static async Task Write(PlanFiles files, IAsyncEnumerable<Plan> plans, Tally made, CancellationToken cancellation)
    {
        await foreach (var plan in plans.WithCancellation(cancellation))
        {
            var content = PlanFile.Write(plan);
            if (files.Find(plan.Id) is not { } existing)
            {
                files.Write(plan.Id, content);
                made.Add(plan, InsertOutcome.Inserted);
            }
            else
            {
                made.Add(plan, existing.AsSpan().SequenceEqual(content) ? InsertOutcome.Unchanged : InsertOutcome.Conflict);
            }
        }
    }

    private static async Task Insert(PlanStore store, IAsyncEnumerable<Plan> plans, Tally made, ulong seed, CommandAudit audit, CancellationToken cancellation)
    {
        var record = new ChangeRecord(TimeProvider.System.GetUtcNow()) { Reason = string.Create(CultureInfo.InvariantCulture, $"generated with seed {seed}") };
        var waiting = new Queue<(Plan Plan, Task<InsertOutcome> Outcome)>();
        await foreach (var plan in plans.WithCancellation(cancellation))
        {
            waiting.Enqueue((plan, store.Insert(plan, record, cancellation).AsTask()));
            if (waiting.Count > InsertsAtOnce) await Next();
        }

        while (waiting.Count > 0) await Next();

        async Task Next()
        {
            var (plan, outcome) = waiting.Dequeue();
            if (await outcome == InsertOutcome.Inserted) audit.Changed(plan);
            made.Add(plan, await outcome);
        }
    }

    /// <summary>What became of the plans so far.</summary>
    private sealed class Tally(int total, ProgressBar bar)
    {
        private readonly Dictionary<InsertOutcome, int> _plans = [];
        private string? _firstConflict;
        private long _tasks;

        private int Done => _plans.Values.Sum();

        public void Add(Plan plan, InsertOutcome outcome)
        {
            _plans[outcome] = Of(outcome) + 1;
            _tasks += plan.Tasks.Length;
            if (outcome == InsertOutcome.Conflict) _firstConflict ??= plan.Id;
            bar.Show(Done);
        }

        public int Report(TextWriter output, TextWriter error, string place)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total} plans with {_tasks} tasks are in {place}: {Of(InsertOutcome.Inserted)} new, {Of(InsertOutcome.Unchanged)} there already"));
            if (_firstConflict is null) return 0;
            error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Of(InsertOutcome.Conflict)} were kept as they are, since they differ ({_firstConflict} is the first): give another place, or the seed that made them."));
            return 1;
        }

        private int Of(InsertOutcome outcome) => _plans.GetValueOrDefault(outcome);
    }
}
