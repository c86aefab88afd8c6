using System.Text;
using System.Text.Json;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Costs;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Tests.Execution;
using Xunit;

namespace GovGraph.GraphQL.Tests.Costs;

public sealed class CostAnalysisTests
{
    private const string Sdl = """
        type Query {
          plans(first: Int, last: Int, where: PlanFilter @cost(weight: "10"), order: [PlanSort!] @cost(weight: "10")): Plans
            @listSize(assumedSize: 50, slicingArguments: ["first", "last"], slicingArgumentDefaultValue: 10, sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
            @cost(weight: "10")
          plan: Plan
          one(first: Int, last: Int): [Plan!] @listSize(slicingArguments: ["first", "last"])
          byIds(ids: [ID!]!): [Plan] @listSize(slicingArguments: ["ids"], requireOneSlicingArgument: false)
          node: Node
          any: [Plan]
          stamp: Stamp
          heavy: Heavy
        }
        type Plans { nodes: [Plan!] edges: [Edge!] total: Int }
        type Edge { node: Plan! }
        interface Node { id: ID! parent: Node }
        type Plan implements Node { id: ID! title: String names: [String!] tasks(first: Int = 4, where: TaskFilter @cost(weight: "1")): [Task!] @listSize(assumedSize: 100, slicingArguments: ["first"], requireOneSlicingArgument: false) parent: Node plan: Plan }
        type Task implements Node { id: ID! plan: Plan parent: Node }
        type Heavy @cost(weight: "5") { id: ID! }
        scalar Stamp @cost(weight: "0.5")
        input PlanFilter { and: [PlanFilter!] title: StringFilter year: IntFilter }
        input TaskFilter { id: IntFilter }
        input StringFilter { eq: String @cost(weight: "10") contains: String @cost(weight: "20") }
        input IntFilter { eq: Int @cost(weight: "10") in: [Int!] @cost(weight: "10") }
        input PlanSort { title: String @cost(weight: "10") }
        """;

    private static readonly Dictionary<string, object?> s_root = new() { ["__typename"] = "Query" };

    private static async Task<string> Send(
        string query, string? variables = null, CostOptions? options = null, CostReporting reporting = CostReporting.Validate)
    {
        var executor = new RequestExecutor(
            BoundSchema.Create(ExecutionTest.Build(Sdl + CostSdl.Directives), new SchemaBindings().Dynamic()), new ExecutionOptions { Costs = options ?? new CostOptions() });
        var request = new GraphQLRequest
        {
            Query = query,
            Variables = variables is null ? default : JsonElement.Parse(variables),
            CostReporting = reporting,
            RootValue = s_root,
        };
        using var response = await executor.ExecuteAsync(request, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    private static async Task Costs(double fieldCost, double typeCost, string query, string? variables = null) => Assert.Equal(
        $"{{\"extensions\":{{\"operationCost\":{{\"fieldCost\":{fieldCost},\"typeCost\":{typeCost}}}}}}}",
        await Send(query, variables, new CostOptions { EnforceCostLimits = false }));

    [Fact]
    public Task Leaves_cost_nothing_and_objects_one() => Costs(1, 2, "{ plan { id title __typename } }");

    [Fact]
    public Task A_list_of_leaves_costs_one() => Costs(2, 2, "{ plan { names } }");

    [Fact]
    public Task A_scalar_costs_what_its_type_weighs() => Costs(0, 2, "{ stamp }");

    [Fact]
    public Task An_object_costs_what_its_type_weighs() => Costs(1, 6, "{ heavy { id } }");

    [Fact]
    public Task A_page_has_its_default_size_where_none_is_given() => Costs(11, 12, "{ plans { nodes { id } } }");

    [Theory]
    [InlineData("first: 3", 5)]
    [InlineData("last: 7", 9)]
    [InlineData("first: 3, last: 7", 9)]
    [InlineData("first: null", 12)]
    [InlineData("first: 0", 2)]
    [InlineData("first: -1", 2)]
    public Task A_page_has_the_size_asked_for(string arguments, int typeCost) => Costs(11, typeCost, $"{{ plans({arguments}) {{ nodes {{ id }} }} }}");

    [Fact]
    public Task Every_field_below_a_list_counts_for_every_item() => Costs(11 + 3, 2 + 3 + 3, "{ plans(first: 3) { edges { node { id } } total } }");

    [Theory]
    [InlineData("""{ "n": 3 }""", 11 + 3, 2 + 3 + 12)]
    [InlineData("""{ "n": null }""", 11 + 10, 2 + 10 + 40)]
    [InlineData(null, 11 + 10, 2 + 10 + 40)]
    public Task Page_sizes_come_from_variables(string? variables, int fieldCost, int typeCost) =>
        Costs(fieldCost, typeCost, "query ($n: Int) { plans(first: $n) { nodes { tasks { id } } } }", variables);

    [Fact]
    public Task A_list_of_keys_has_an_item_for_each() => Costs(1, 4, """{ byIds(ids: ["a", "b", "c"]) { id } }""");

    [Fact]
    public Task So_has_a_list_of_keys_in_a_variable() =>
        Costs(1, 4, "query ($ids: [ID!]!) { byIds(ids: $ids) { id } }", """{ "ids": ["a", "b", "c"] }""");

    [Fact]
    public Task A_list_that_nothing_is_said_about_counts_as_ten() => Costs(1, 11, "{ any { id } }");

    [Fact]
    public Task Filters_cost_their_weight_and_that_of_each_operation() =>
        Costs(10 + 1 + 10 + 20 + 10, 12, """{ plans(where: { title: { contains: "x" }, year: { eq: 2024 } }) { nodes { id } } }""");

    [Fact]
    public Task Orders_cost_their_weight_and_that_of_each_term() =>
        Costs(10 + 1 + 10 + 20, 12, """{ plans(order: [{ title: "ASC" }, { title: "ASC" }]) { nodes { id } } }""");

    [Fact]
    public Task Filters_of_inner_lists_count_for_every_parent() =>
        Costs(10 + 1 + (3 * (1 + 1 + 10)), 2 + 3 + 12, "{ plans(first: 3) { nodes { tasks(where: { id: { eq: 1 } }) { id } } } }");

    [Theory]
    [InlineData("""{ "w": { "year": { "eq": 1 } } }""", 50)]
    [InlineData("""{ "w": { "title": { "contains": "a" }, "and": [{ "title": { "contains": "b" } }, { "year": { "eq": 1 } }] } }""", 10 + 20 + 20 + 10)]
    [InlineData("""{ "w": null }""", 0)]
    [InlineData(null, 0)]
    public Task A_filter_in_a_variable_counts_five_times_or_what_it_costs(string? variables, int cost) =>
        Costs(11 + cost, 12, "query ($w: PlanFilter) { plans(where: $w) { nodes { id } } }", variables);

    [Fact]
    public Task A_condition_whose_variable_is_absent_costs_nothing() =>
        Costs(11 + 10 + 10, 12, "query ($t: String, $y: Int) { plans(where: { title: { contains: $t }, year: { eq: $y } }) { nodes { id } } }", """{ "y": 1 }""");

    [Theory]
    [InlineData(10, 10)]
    [InlineData(11, 20)]
    [InlineData(1000, 1000)]
    public async Task A_list_of_values_to_compare_with_costs_its_weight_for_every_ten(int values, int cost)
    {
        var list = $"[{string.Join(',', Enumerable.Range(0, values))}]";
        await Costs(11 + 10 + cost, 12, $$"""{ plans(where: { year: { in: {{list}} } }) { nodes { id } } }""");
        await Costs(11 + 10 + cost, 12, "query ($v: [Int!]) { plans(where: { year: { in: $v } }) { nodes { id } } }", $$"""{ "v": {{list}} }""");
    }

    [Fact]
    public Task Fields_that_are_merged_count_once() =>
        Costs(1 + 1 + 4, 1 + 1 + 4 + 4, "{ plan { id ...A ...B tasks { id } } } fragment A on Plan { tasks { plan { id } } } fragment B on Plan { tasks { plan { title } } }");

    [Fact]
    public Task Of_the_types_that_a_value_may_have_the_costliest_counts() =>
        Costs(1 + 1, 1 + 1 + 20, "{ node { id ... on Plan { tasks(first: 20) { id } } ... on Task { plan { id } } } }");

    [Theory]
    [InlineData(true, 3, 3)]
    [InlineData(false, 1, 2)]
    public Task What_is_left_out_costs_nothing(bool isIncluded, int fieldCost, int typeCost) => Costs(
        fieldCost,
        typeCost,
        "query ($x: Boolean!) { plan { id names @include(if: $x) plan @include(if: $x) { id } } }",
        $$"""{ "x": {{(isIncluded ? "true" : "false")}} }""");

    [Fact]
    public async Task Exactly_one_slicing_argument_is_demanded_where_the_schema_says_so()
    {
        const string Refusal = """{"errors":[{"message":"Exactly one slicing argument must be defined.","locations":[{"line":1,"column":COLUMN}],"extensions":{"code":"HC0082"}}]}""";

        Assert.Equal(Refusal.Replace("COLUMN", "3", StringComparison.Ordinal), await Send("{ one { id } }", reporting: CostReporting.None));
        Assert.Equal(Refusal.Replace("COLUMN", "3", StringComparison.Ordinal), await Send("{ one(first: 1, last: 1) { id } }", reporting: CostReporting.None));
        Assert.Equal(Refusal.Replace("COLUMN", "20", StringComparison.Ordinal), await Send("query ($n: Int!) { one(first: $n, last: 1) { id } }", """{ "n": 1 }""", reporting: CostReporting.None));
        Assert.Equal("""{"data":{"one":null}}""", await Send("query ($n: Int, $m: Int) { one(first: $n, last: $m) { id } }", """{ "n": 1 }""", reporting: CostReporting.None));
    }

    [Fact]
    public async Task A_report_stands_beside_the_data() => Assert.Equal(
        """{"data":{"plan":null},"extensions":{"operationCost":{"fieldCost":1,"typeCost":2}}}""",
        await Send("{ plan { id } }", reporting: CostReporting.Report));

    [Fact]
    public async Task What_costs_too_much_is_refused_with_the_three_costliest_fields() => Assert.Equal(
        """
        {"errors":[{"message":"The maximum allowed field cost was exceeded.","extensions":{"code":"HC0047","costliestFields":[{"path":["a","nodes","tasks","names"],"fieldCost":200},{"path":["plans"],"fieldCost":70},{"path":["a","nodes","tasks"],"fieldCost":50}],"fieldCost":331,"maxFieldCost":300}}]}
        """.Trim(),
        await Send(
            """{ a: plans(first: 50) { nodes { tasks { names: plan { id } } } } plans(where: { title: { contains: "x" }, year: { eq: 1 } }, order: { title: "ASC" }, first: 1) { total } }""",
            options: new CostOptions { MaxFieldCost = 300 },
            reporting: CostReporting.None));

    [Theory]
    [InlineData(8, 21)]
    [InlineData(9, 31)]
    [InlineData(98, 111)]
    public async Task Conditions_that_hold_nothing_weigh_ten_for_every_ten_of_them(int empty, double fieldCost)
    {
        var conditions = string.Join(',', Enumerable.Repeat("{}", empty));

        await Costs(fieldCost, 3, $"{{ plans(first: 1, where: {{ and: [{conditions}] }}) {{ nodes {{ id }} }} }}");
        await Costs(fieldCost, 3, "query ($and: [PlanFilter!]) { plans(first: 1, where: { and: $and }) { nodes { id } } }", $$"""{ "and": [{{conditions}},{}] }""");
    }

    [Fact]
    public async Task Too_many_objects_are_refused_too() => Assert.Equal(
        """
        {"errors":[{"message":"The maximum allowed type cost was exceeded.","extensions":{"code":"HC0047","costliestFields":[{"path":["plan","tasks"],"typeCost":20000},{"path":["plan"],"typeCost":1}],"maxTypeCost":10000,"typeCost":20002}}],"extensions":{"operationCost":{"fieldCost":2,"typeCost":20002}}}
        """.Trim(),
        await Send("query ($n: Int) { plan { tasks(first: $n) { id } } }", """{ "n": 20000 }""", reporting: CostReporting.Report));

    [Fact]
    public async Task Costs_stop_at_a_number_instead_of_overflowing()
    {
        var nested = string.Concat(Enumerable.Repeat("tasks(first: 2147483647) { plan { ", 20)) + "id" + string.Concat(Enumerable.Repeat(" } }", 20));

        await Costs(Cost.Most, Cost.Most, $"{{ plan {{ {nested} }} }}");
        Assert.Contains("\"maxFieldCost\":10000", await Send($"{{ plan {{ {nested} }} }}"), StringComparison.Ordinal);
    }

    [Fact]
    public void More_combinations_of_types_than_can_be_walked_count_as_the_most()
    {
        // Each x on the way starts one more chain of fragments, so that the fields merged tell where the last 20 x were: a million sets of them.
        const int Levels = 20;
        var loop = string.Concat(Enumerable.Range(0, 2 * Levels).Select(i => $" fragment L{i} on Node {{ x: parent {{ ...L{i + 1} ...C1 }} y: parent {{ ...L{i + 1} }} }}"));
        var chain = string.Concat(Enumerable.Range(0, Levels).Select(i => $" fragment C{i} on Node {{ x: parent {{ ...C{i + 1} }} y: parent {{ ...C{i + 1} }} }}"));

        var cost = OfUnvalidated($"{{ node {{ ...L0 ...C0 }} }} {loop} fragment L{2 * Levels} on Node {{ id }} {chain} fragment C{Levels} on Node {{ id }}");

        Assert.Equal(Cost.Unbounded, cost);
    }

    [Fact]
    public async Task Full_introspection_costs_what_the_schema_has()
    {
        var response = await Send("{ __schema { types { name fields { name args { name } type { name ofType { name } } } } } }", options: new CostOptions { EnforceCostLimits = false });

        using var json = JsonDocument.Parse(response);
        var types = ExecutionTest.Build(Sdl + CostSdl.Directives).TypesInOrder.Length;
        Assert.InRange(json.RootElement.GetProperty("extensions").GetProperty("operationCost").GetProperty("typeCost").GetDouble(), 3 * types / 8.0, 1 + (12 * types / 8.0));
    }

    /// <summary>The validation would have refused such a document before: the cost is bounded on its own.</summary>
    private static Cost? OfUnvalidated(string query)
    {
        var schema = BoundSchema.Create(ExecutionTest.Build(Sdl + CostSdl.Directives), new SchemaBindings().Dynamic());
        var document = Parser.Parse(query, ParserLimits.Trusted).Node!;
        var operation = new CompiledOperation(schema, document, document.Definitions.OfType<OperationDefinitionNode>().Single(), schema.Objects[schema.Schema.RootType(OperationType.Query)!]);
        var (told, _) = new CostAnalysis(schema, new CostOptions()).Of(operation, operation.Select(VariableValues.None), VariableValues.None, isWanted: true);
        return told;
    }
}
