using System.Collections.Immutable;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Tests.Execution;
using Xunit;

namespace GovGraph.GraphQL.Tests.Bindings;

public sealed class BoundSchemaTests
{
    private enum Status
    {
        NotStarted,
        Completed,
    }

    [Fact]
    public void Every_field_without_a_binding_and_binding_without_a_field_is_named()
    {
        var faults = Faults(
            "type Query { plan: Plan, count: Int! } type Plan { id: ID!, title: String }",
            bindings => bindings
                .Root("Query", queries => queries.Field("plan", _ => new Plan("1")))
                .Type<Plan>("Plan", plans => plans.Field("id", plan => plan.Id).Field("name", plan => plan.Id))
                .Type<string>("Task", _ => { })
                .Scalar("LocalDate", GraphQL.Types.ScalarCoercion.Any));

        Assert.Equal(
            [
                "Task: bound, but the schema has no such type.",
                "LocalDate: bound, but the schema has no such scalar.",
                "Query.count: the field has no binding.",
                "Plan.title: the field has no binding.",
                "Plan.name: bound, but the schema has no such field.",
            ],
            faults);
    }

    [Theory]
    [InlineData("Int", "String does not fit Int.")]
    [InlineData("[String]", "String does not fit [String].")]
    [InlineData("Plan", "String does not fit Plan.")]
    [InlineData("Status", null)]
    [InlineData("ID!", null)]
    public void A_clr_type_must_fit_the_type_of_its_field(string type, string? fault)
    {
        var faults = Faults(
            $"type Query {{ field: {type}, plan: Plan }} type Plan {{ id: ID! }} enum Status {{ DONE }}",
            bindings => bindings
                .Root("Query", queries => queries.Field("field", _ => "text").Field("plan", _ => new Plan("1")))
                .Type<Plan>("Plan", plans => plans.Field("id", plan => plan.Id)));

        Assert.Equal(fault is null ? ["Status: the enum has no binding."] : [$"Query.field: {fault}", "Status: the enum has no binding."], faults.Order());
    }

    [Fact]
    public void Lists_fit_lists_item_by_item()
    {
        var faults = Faults(
            "type Query { a: [Int!]!, b: [[String]], c: [Int], d: [String], e: Int }",
            bindings => bindings.Root("Query", queries => queries
                .Field("a", _ => new List<int>())
                .Field("b", _ => ImmutableArray<IReadOnlyList<string>>.Empty)
                .Field("c", _ => new int?[] { null })
                .Field("d", _ => Array.Empty<int>())
                .Field("e", _ => Array.Empty<int>())));

        Assert.Equal(["Query.d: Int32 does not fit String.", "Query.e: Int32[] does not fit Int."], faults);
    }

    [Fact]
    public void An_enum_is_paired_value_by_value()
    {
        var faults = Faults(
            "type Query { status: Status } enum Status { NOT_STARTED IN_PROGRESS }",
            bindings => bindings.Enum<Status>("Status").Root("Query", queries => queries.Field("status", _ => Status.NotStarted)));

        Assert.Equal(
            [
                $"Status.IN_PROGRESS: {typeof(Status)} has no such member.",
                $"Status: {typeof(Status)}.Completed is no value of the enum in the schema.",
            ],
            faults);
    }

    [Fact]
    public void Interfaces_and_unions_are_bound_and_their_types_can_be_told_apart()
    {
        const string Sdl =
            """
            type Query { node: Node, any: Any }
            interface Node { id: ID! }
            union Any = A | B
            type A implements Node { id: ID! }
            type B implements Node { id: ID! }
            """;

        var faults = Faults(Sdl, bindings => bindings
            .Union("Any")
            .Root("Query", queries => queries.Field("node", _ => new Plan("1")).Field("any", _ => new Plan("1")))
            .Type<Plan>("A", plans => plans.Field("id", plan => plan.Id))
            .Type<Plan>("B", plans => plans.Field("id", plan => plan.Id)));

        Assert.Equal(
            [
                "Node: the interface has no binding.",
                $"Node: A and B are all bound to {typeof(Plan)}, so a value can't tell its type.",
                $"Any: A and B are all bound to {typeof(Plan)}, so a value can't tell its type.",
            ],
            faults);
    }

    [Fact]
    public void The_exception_lists_all_faults()
    {
        var exception = Assert.Throws<SchemaBindingException>(() =>
            BoundSchema.Create(ExecutionTest.Build("type Query { a: Int, b: Int }"), new SchemaBindings()));

        Assert.Equal("The schema and its bindings differ:\n- Query.a: the field has no binding.\n- Query.b: the field has no binding.", exception.Message);
    }

    private static IReadOnlyList<string> Faults(string sdl, Func<SchemaBindings, SchemaBindings> bind)
    {
        var bindings = bind(new SchemaBindings());
        return Assert.Throws<SchemaBindingException>(() => BoundSchema.Create(ExecutionTest.Build(sdl), bindings)).Faults;
    }

    private sealed record Plan(string Id);
}
