using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;
using Xunit;

namespace GovGraph.GraphQL.Tests.Execution;

/// <summary>What is copied instead of written is told by how often the resolvers are asked.</summary>
public sealed class WrittenRunsTests
{
    private const string Sdl =
        """
        type Query { task: Task, tasks: [Task!]!, pad: Pad, other: Other }
        type Task { id: ID!, title: String, year: Int, unit: Unit, number(plus: Int = 0): Int, hard: String!, units: [Unit!]!, budget: Money, parts(from: Int): [Unit!] }
        type Money { dong: Int }
        type Unit { name: String!, long: String }
        type Pad { a: Int, b: Int, c: Int }
        type Other { name: String, year: Int, task: Task }
        """;

    private readonly Unit _unit = new("Sở Nội vụ");
    private readonly PlanTask _task;
    private readonly Pad _pad = new();
    private int _asked;

    public WrittenRunsTests() => _task = new PlanTask("t1", "Công khai", _unit);

    [Fact]
    public async Task An_object_that_never_changes_is_written_twice_and_copied_from_then_on()
    {
        const string Expected = """{"data":{"task":{"id":"t1","title":"Công khai","year":2024,"unit":{"name":"Sở Nội vụ"}}}}""";
        Assert.Equal([4, 4, 0, 0], await AskedFor("{ task { id title year unit { name } } }", Expected));
    }

    [Fact]
    public async Task Fields_that_take_arguments_are_resolved_each_time_and_part_the_others()
    {
        const string Expected = """{"data":{"task":{"id":"t1","title":"Công khai","year":2024,"number":7,"unit":{"name":"Sở Nội vụ"}}}}""";
        Assert.Equal([5, 5, 1, 1], await AskedFor("{ task { id title year number(plus: 2) unit { name } } }", Expected));
    }

    [Fact]
    public async Task A_field_whose_arguments_are_left_out_is_copied_with_its_neighbours()
    {
        const string Expected = """{"data":{"task":{"id":"t1","title":"Công khai","year":2024,"parts":[{"name":"Sở Nội vụ"}]}}}""";
        Assert.Equal([5, 5, 0, 0], await AskedFor("{ task { id title year parts { name } } }", Expected));
        Assert.Equal([5, 5, 2, 2], await AskedFor("{ task { id title year parts(from: 0) { name } } }", Expected));
    }

    [Fact]
    public async Task Values_that_are_no_objects_are_copied_with_what_holds_them() => Assert.Equal(
        [3, 3, 0, 0],
        await AskedFor("{ task { id budget { dong } title } }", """{"data":{"task":{"id":"t1","budget":{"dong":5},"title":"Công khai"}}}"""));

    [Fact]
    public async Task One_or_two_fields_are_not_worth_keeping() =>
        Assert.Equal([2, 2, 2, 2], await AskedFor("{ task { id title } }", """{"data":{"task":{"id":"t1","title":"Công khai"}}}"""));

    [Fact]
    public async Task Objects_that_may_change_are_never_kept() =>
        Assert.Equal([3, 3, 3, 3], await AskedFor("{ pad { a b c } }", """{"data":{"pad":{"a":1,"b":2,"c":3}}}"""));

    [Fact]
    public async Task What_holds_an_object_that_may_change_is_not_kept_either() => Assert.Equal(
        [5, 5, 2, 2],
        await AskedFor("{ other { name task { id title year } year } }", """{"data":{"other":{"name":"o","task":{"id":"t1","title":"Công khai","year":2024},"year":1}}}"""));

    [Fact]
    public async Task What_fails_is_not_kept()
    {
        const string Expected = """{"data":{"task":null},"errors":[{"message":"Cannot return null for non-nullable field Task.hard.","locations":[{"line":1,"column":24}],"path":["task","hard"]}]}""";
        Assert.Equal([4, 4, 4, 4], await AskedFor("{ task { id title year hard } }", Expected));
    }

    [Fact]
    public async Task What_is_too_long_is_kept_piece_by_piece()
    {
        var executor = Executor();
        const string Query = "{ task { id title units { name long } } }";
        var first = await ExecutionTest.Execute(executor, Query);
        Assert.True(first.Length > 256 * 1024);
        for (var round = 0; round < 4; round++) Assert.Equal(first, await ExecutionTest.Execute(executor, Query));
        _asked = 0;
        Assert.Equal(first, await ExecutionTest.Execute(executor, Query));
        Assert.InRange(_asked, 1, 500);
    }

    [Fact]
    public void What_is_not_used_any_more_is_let_go_of()
    {
        var runs = new WrittenRuns(1_000_000, TimeProvider.System);
        var run = Run();
        var objects = Enumerable.Range(0, 100).Select(_ => new object()).ToArray();
        runs.Tick(0);
        foreach (var kept in objects) runs.Keep(kept, run, new byte[100]);
        Assert.Equal(10_000, runs.Bytes);

        var anHour = (long)(TimeSpan.FromHours(1).TotalSeconds * TimeProvider.System.TimestampFrequency);
        runs.Tick(anHour);
        Assert.False(runs.Find(objects[7], run, out _).IsEmpty);
        for (var round = 0; round < 1024; round++) runs.Keep(this, run, new byte[300_000]);
        Assert.Equal(100, runs.Bytes);
        Assert.False(runs.Find(objects[7], run, out _).IsEmpty);
        Assert.True(runs.Find(objects[8], run, out _).IsEmpty);
    }

    [Fact]
    public void The_bytes_kept_are_bounded()
    {
        var runs = new WrittenRuns(1000, TimeProvider.System);
        var run = Run();
        for (var number = 0; number < 100; number++) runs.Keep(new object(), run, new byte[90]);
        Assert.InRange(runs.Bytes, 900, 1000);
    }

    private static FieldRun Run()
    {
        var schema = BoundSchema.Create(ExecutionTest.Build("type Query { a: Int, b: Int, c: Int }"), new SchemaBindings()
            .Immutable(_ => true)
            .Root("Query", queries => queries.Field("a", _ => 1).Field("b", _ => 1).Field("c", _ => 1)));
        var document = Parser.Parse("{ a b c }").Node!;
        var operation = new CompiledOperation(
            schema, document, (OperationDefinitionNode)document.Definitions[0], schema.Objects[schema.Schema.QueryType!]);
        return operation.Select(VariableValues.None).Root.Steps.Single().Run!;
    }

    private async Task<List<int>> AskedFor(string query, string expected)
    {
        var executor = Executor();
        var asked = new List<int>();
        for (var round = 0; round < 4; round++)
        {
            _asked = 0;
            Assert.Equal(expected, await ExecutionTest.Execute(executor, query));
            asked.Add(_asked);
        }

        return asked;
    }

    private RequestExecutor Executor()
    {
        var bindings = new SchemaBindings()
            .Immutable(type => type != typeof(Pad) && type != typeof(Other) && type != typeof(Root))
            .Root("Query", queries => queries
                .Field("task", _ => _task)
                .Field("tasks", _ => new[] { _task })
                .Field("pad", _ => _pad)
                .Field("other", _ => new Other()))
            .Type<PlanTask>("Task", tasks => tasks
                .Field("id", task => Asked(task.Id))
                .Field("title", task => Asked(task.Title))
                .Field("year", _ => Asked(2024))
                .Field("unit", task => task.Unit)
                .Field("number", (_, context) => Asked(5 + context.Argument<int>("plus")))
                .Field("hard", _ => Asked<string>(null!))
                .Field("parts", _ => Asked<Unit[]>([_unit]), (_, context) => context.HasArgument("from") ? Asked<Unit[]>([_unit]) : [])
                .Field("budget", _ => new Money(5))
                .Field("units", _ => Asked(Enumerable.Repeat(0, 200).Select(_ => _unit).ToArray())))
            .Type<Unit>("Unit", units => units
                .Field("name", unit => Asked(unit.Name))
                .Field("long", _ => Asked(new string('x', 1600))))
            .Type<Money>("Money", amounts => amounts.Field("dong", amount => Asked(amount.Dong)))
            .Type<Pad>("Pad", pads => pads.Field("a", _ => Asked(1)).Field("b", _ => Asked(2)).Field("c", _ => Asked(3)))
            .Type<Other>("Other", others => others.Field("name", _ => Asked("o")).Field("year", _ => Asked(1)).Field("task", _ => _task));
        return new RequestExecutor(BoundSchema.Create(ExecutionTest.Build(Sdl), bindings), new ExecutionOptions());
    }

    private T Asked<T>(T value)
    {
        _asked++;
        return value;
    }

    private sealed record PlanTask(string Id, string Title, Unit Unit);

    private sealed record Unit(string Name);

    private readonly record struct Money(int Dong);

    private sealed class Pad;

    private sealed class Other;
}
