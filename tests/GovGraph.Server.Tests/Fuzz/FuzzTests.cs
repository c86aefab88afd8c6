using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace GovGraph.Server.Tests.Fuzz;

/// <summary>Inputs that nobody thought of, over every way into the program: it answers them all, or closes the line, and goes on. <c>tests/fuzz.sh</c> sends 100,000.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 15;
    private const int WritingShare = 5;

    // What is still there after as many inputs must be less than one of them leaves that is kept.
    private const long LittlePerInput = 16;
    private const int WithoutTrace = 3;
    private const int Repetitions = 25;
    private const int MostRepeated = 200;

    // Caches that fill up with what comes first are full by the middle of a long run.
    private const long GrowthPerInput = 100;

    // Pools and caches breathe: by as much as this between two parts of a run, whatever is sent. Runs of 250,000 show that it does not add up.
    private const long Breath = 4_000_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_server_answers_goes_on_and_does_not_grow()
    {
        var (settings, corpus) = (FuzzSettings.Read(), Corpus.Read());

        // Wrong keys are not to keep the right one out, nor is anything to be spent.
        await using var measured = await MeasuredServer.Start(
            "--GovGraph:Webhooks:AllowLoopback=true", "--GovGraph:Budgets:WrongKeys=0", "--GovGraph:Budgets:PerKey=0");
        var inputs = new FuzzInputs(corpus, settings.Seed, await FuzzTargets.Make(measured.Server, measured.Key));
        var run = new FuzzRun(measured.Server.Address);
        if (settings.Only is { } only)
        {
            var (name, number) = (only.Split('/')[0], int.Parse(only.Split('/')[1], CultureInfo.InvariantCulture));
            await run.Send(name, name == "writing" ? inputs.Writing : inputs.Asking, number, 1, Cancellation);
            await AssertUnharmed(measured, run, settings);
            return;
        }

        var (watch, writing) = (Stopwatch.StartNew(), settings.Inputs / WritingShare);
        await run.Send("writing", inputs.Writing, 0, writing, Cancellation);
        var memory = new List<long>();
        var round = (settings.Inputs - writing) / Rounds;
        for (var from = 0; from < settings.Inputs - writing; from += round)
        {
            await run.Send("asking", inputs.Asking, from, round, Cancellation);
            memory.Add(await measured.Memory(Cancellation));
            Tell($"{from + round + writing} inputs of seed {settings.Seed} after {watch.Elapsed.TotalSeconds:0} s: {memory[^1]} bytes in use");
        }

        foreach (var answers in run.Answers) Tell(answers);
        await AssertLeavesNoTrace(measured, run, inputs, round);
        await AssertUnharmed(measured, run, settings);
        if (settings.IsLong) AssertLevel(memory, round);
    }

    [Fact]
    public void An_input_is_the_same_whenever_it_is_made()
    {
        var corpus = Corpus.Read();

        Assert.All(
            Enumerable.Range(0, 200),
            number => Assert.Equal(new FuzzInputs(corpus, 7, FuzzTargets.None).Writing(number).ToString(), new FuzzInputs(corpus, 7, FuzzTargets.None).Writing(number).ToString()));
        Assert.NotEqual(new FuzzInputs(corpus, 7, FuzzTargets.None).Asking(1).ToString(), new FuzzInputs(corpus, 8, FuzzTargets.None).Asking(1).ToString());
    }

    private static async Task AssertUnharmed(MeasuredServer measured, FuzzRun run, FuzzSettings settings)
    {
        var answer = await measured.Server.Send("{ plans { totalCount } }");
        Assert.Equal("""{"data":{"plans":{"totalCount":5}}}""", answer.GetRawText());
        await measured.Server.Stop();
        await measured.LogRead;

        var findings = run.Findings.ToList();
        foreach (var (errorId, finding) in run.ErrorIds)
        {
            var logged = measured.Faults.FirstOrDefault(fault => fault.Contains(errorId, StringComparison.Ordinal));
            findings.Add($"{finding}\nlogged: {logged ?? "not at all"}");
        }

        findings.AddRange(measured.Faults.Where(fault => !run.ErrorIds.Keys.Any(id => fault.Contains(id, StringComparison.Ordinal))));
        Assert.True(findings.Count == 0, $"{findings.Count} findings with seed {settings.Seed}:\n\n{string.Join("\n\n", findings.Take(20))}");
    }

    /// <summary>The same inputs again and again: what were kept of each would be there after every round, while caches and pools change little in most.</summary>
    private static async Task AssertLeavesNoTrace(MeasuredServer measured, FuzzRun run, FuzzInputs inputs, int round)
    {
        var (clean, before, count) = (0, long.MaxValue, Math.Min(round, MostRepeated));
        for (var repetition = 0; repetition < Repetitions && clean < WithoutTrace; repetition++)
        {
            await run.Send("asking", inputs.Asking, 0, count, Cancellation);
            var after = await measured.Memory(Cancellation);
            if (before != long.MaxValue) clean += after - before < LittlePerInput * count ? 1 : 0;
            before = after;
        }

        Assert.True(clean >= WithoutTrace, $"Only {clean} of {Repetitions} rounds of the same {count} inputs left no trace in memory.");
    }

    /// <summary>The last third of a long run against the third before.</summary>
    private static void AssertLevel(List<long> memory, int round)
    {
        var third = memory.Count / 3;
        var (middle, last) = (Median(memory[^(2 * third)..^third]), Median(memory[^third..]));
        var growth = (last - middle) / (double)(third * round);
        Tell($"Memory grew by {growth:0.0} bytes an input between the last two thirds of the run");
        Assert.True(last - middle < Breath + (GrowthPerInput * third * round), $"Memory grows by {growth:0.0} bytes an input: {string.Join(", ", memory)}");
    }

    private static long Median(List<long> values) => values.Order().ElementAt(values.Count / 2);

    private static void Tell(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);
}
