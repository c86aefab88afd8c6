using System.Text.Json;

namespace GovGraph.Server.Tests.Load;

/// <summary>What the plans of a server have that can be changed.</summary>
internal sealed class LoadTargets
{
    private readonly List<Row> _tasks = [];
    private readonly List<Row> _indicators = [];
    private readonly List<Row> _rhythms = [];
    private readonly List<Row> _triggers = [];

    public static async Task<LoadTargets> Of(RunningServer server)
    {
        var targets = new LoadTargets();
        var plans = await server.Send("{ plans(first: 50) { nodes { id year } } }");
        foreach (var plan in plans.GetProperty("data").GetProperty("plans").GetProperty("nodes").EnumerateArray())
        {
            var (id, year) = (plan.GetProperty("id").GetString()!, plan.GetProperty("year").GetInt32());
            var found = (await server.Send(
                "query($id: ID!) { planById(id: $id) { indicators { id } tasks { id deadline { recurrences { period } triggers { event } } } } }", new { id })).GetProperty("data").GetProperty("planById");
            targets._indicators.AddRange(found.GetProperty("indicators").EnumerateArray().Select(indicator => new Row(indicator.GetProperty("id").GetString()!, year, null)));
            foreach (var task in found.GetProperty("tasks").EnumerateArray()) targets.Add(task, year);
        }

        return targets;
    }

    /// <summary>A change of one of five kinds. Its key stands in what it writes.</summary>
    public Mutation Draw(Random random, string key)
    {
        var month = random.Next(1, 13);
        return random.Next(10) switch
        {
            < 4 => Of("addEvidence", Any(_tasks, random), key, row => new { taskId = row.Id, evidence = new { link = new { url = Url(key) } }, reason = key, idempotencyKey = key }),
            < 7 => Of("updateTaskStatus", Any(_tasks, random), key, row => new
            {
                taskId = row.Id, status = random.Next(5) switch { 0 => "NOT_STARTED", 1 => "COMPLETED", 2 => "SUSPENDED", _ => "IN_PROGRESS" }, note = key, reason = key, idempotencyKey = key,
            }),
            7 when _indicators.Count > 0 => Of("recordIndicatorValue", Any(_indicators, random), key, row => new
            {
                indicatorId = row.Id, period = new { month = new { year = row.Year, month } }, value = random.Next(1000) / 10m, note = key, reason = key, idempotencyKey = key,
            }),
            8 when _rhythms.Count > 0 => Of("recordOccurrence", Any(_rhythms, random), key, row => new
            {
                taskId = row.Id, occurrence = new { period = new { month = new { year = row.Year, month } } }, happenedOn = $"{row.Year}-{month:d2}-15", note = key, reason = key, idempotencyKey = key,
            }),
            _ => Of("recordEvent", Any(_triggers, random), key, row => new
            {
                taskId = row.Id, happenedOn = $"{row.Year}-{month:d2}-10", trigger = row.Trigger, note = key, reason = key, idempotencyKey = key,
            }),
        };
    }

    public static string Url(string key) => $"https://example.vn/{key}";

    private static Mutation Of(string name, Row row, string key, Func<Row, object> input) => new(
        key,
        name,
        $$"""mutation($input: {{char.ToUpperInvariant(name[0])}}{{name[1..]}}Input!) { change: {{name}}(input: $input) { errors { __typename ... on Error { code } } } }""",
        input(row));

    private static Row Any(List<Row> rows, Random random) => rows[random.Next(rows.Count)];

    private void Add(JsonElement task, int year)
    {
        var (id, deadline) = (task.GetProperty("id").GetString()!, task.GetProperty("deadline"));
        _tasks.Add(new(id, year, null));
        if (deadline.GetProperty("recurrences").EnumerateArray().Any(rhythm => rhythm.GetProperty("period").GetString() == "MONTH")) _rhythms.Add(new(id, year, null));
        foreach (var trigger in deadline.GetProperty("triggers").EnumerateArray().Take(1)) _triggers.Add(new(id, year, trigger.GetProperty("event").GetString()));
    }

    private sealed record Row(string Id, int Year, string? Trigger);
}

/// <summary>A mutation that can be sent again and again.</summary>
internal sealed record Mutation(string Key, string Name, string Query, object Input);
