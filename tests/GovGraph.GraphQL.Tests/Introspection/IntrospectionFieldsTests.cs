using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Tests.Execution;
using Xunit;

namespace GovGraph.GraphQL.Tests.Introspection;

public sealed class IntrospectionFieldsTests
{
    private const string Sdl =
        """
        "The whole." schema { query: Query }
        type Query implements Named & Dated {
          name: String!
          date: LocalDate
          "Tasks." tasks(where: Filter = {text: "a"}, old: Int @deprecated): [Named!]!
          gone: Int @deprecated(reason: "Ask name.")
        }
        interface Named { name: String! }
        interface Dated { date: LocalDate }
        union Any = Query
        scalar LocalDate @specifiedBy(url: "https://example.org/local-date")
        enum Status { OPEN CLOSED @deprecated }
        input Filter { text: String!, limits: [Float!] = 1.0, ids: [ID] = ["7", "x"] }
        input ById @oneOf { id: ID, code: String }
        directive @cost(weight: String = "1", max: Int @deprecated) repeatable on OBJECT | FIELD_DEFINITION | ENUM
        """;

    [Fact]
    public Task A_schema_tells_its_roots_types_and_directives() => Says(
        """{"__schema":{"description":"The whole.","queryType":{"name":"Query"},"mutationType":null,"subscriptionType":null}}""",
        "{ __schema { description queryType { name } mutationType { name } subscriptionType { name } } }");

    [Fact]
    public Task An_object_tells_its_fields_and_interfaces() => Says(
        """{"__type":{"kind":"OBJECT","name":"Query","fields":[{"name":"name"},{"name":"date"},{"name":"tasks"}],"interfaces":[{"name":"Named"},{"name":"Dated"}],"possibleTypes":null,"enumValues":null,"inputFields":null,"ofType":null,"isOneOf":null,"specifiedByURL":null}}""",
        """{ __type(name: "Query") { kind name fields { name } interfaces { name } possibleTypes { name } enumValues { name } inputFields { name } ofType { name } isOneOf specifiedByURL } }""");

    [Fact]
    public Task What_is_deprecated_is_told_when_asked_for() => Says(
        """{"field":{"fields":[{"name":"name","isDeprecated":false,"deprecationReason":null},{"name":"date","isDeprecated":false,"deprecationReason":null},{"name":"tasks","isDeprecated":false,"deprecationReason":null},{"name":"gone","isDeprecated":true,"deprecationReason":"Ask name."}]},"value":{"enumValues":[{"name":"OPEN","deprecationReason":null},{"name":"CLOSED","deprecationReason":"No longer supported"}]},"few":{"enumValues":[{"name":"OPEN"}]}}""",
        """
        {
          field: __type(name: "Query") { fields(includeDeprecated: true) { name isDeprecated deprecationReason } }
          value: __type(name: "Status") { enumValues(includeDeprecated: true) { name deprecationReason } }
          few: __type(name: "Status") { enumValues { name } }
        }
        """);

    [Fact]
    public Task Types_are_unwrapped_level_by_level() => Says(
        """{"__type":{"fields":[{"type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"SCALAR","name":"String","ofType":null}}},{"type":{"kind":"SCALAR","name":"LocalDate","ofType":null}},{"type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"LIST","name":null,"ofType":{"kind":"NON_NULL"}}}}]}}""",
        """{ __type(name: "Query") { fields { type { kind name ofType { kind name ofType { kind } } } } } }""");

    [Fact]
    public Task Defaults_are_told_as_the_values_in_force() => Says(
        """{"filter":{"inputFields":[{"name":"text","defaultValue":null},{"name":"limits","defaultValue":"[1]"},{"name":"ids","defaultValue":"[7, \"x\"]"}]},"query":{"fields":[{"args":[]},{"args":[]},{"args":[{"name":"where","defaultValue":"{text: \"a\", limits: [1], ids: [7, \"x\"]}"}]}]}}""",
        """{ filter: __type(name: "Filter") { inputFields { name defaultValue } } query: __type(name: "Query") { fields { args { name defaultValue } } } }""");

    [Fact]
    public Task Abstract_types_tell_the_objects_that_they_can_be() => Says(
        """{"named":{"kind":"INTERFACE","fields":[{"name":"name"}],"possibleTypes":[{"name":"Query"}]},"any":{"kind":"UNION","fields":null,"possibleTypes":[{"name":"Query"}]}}""",
        """{ named: __type(name: "Named") { kind fields { name } possibleTypes { name } } any: __type(name: "Any") { kind fields { name } possibleTypes { name } } }""");

    [Fact]
    public Task Scalars_and_one_of_inputs_tell_what_they_are() => Says(
        """{"date":{"specifiedByURL":"https://example.org/local-date"},"byId":{"kind":"INPUT_OBJECT","isOneOf":true},"filter":{"isOneOf":false}}""",
        """{ date: __type(name: "LocalDate") { specifiedByURL } byId: __type(name: "ById") { kind isOneOf } filter: __type(name: "Filter") { isOneOf } }""");

    [Fact]
    public async Task Directives_tell_their_locations_as_written()
    {
        var response = await Execute("{ __schema { directives { name isRepeatable locations args { name } all: args(includeDeprecated: true) { name } } } }");
        Assert.Contains(
            """{"name":"cost","isRepeatable":true,"locations":["OBJECT","FIELD_DEFINITION","ENUM"],"args":[{"name":"weight"}],"all":[{"name":"weight"},{"name":"max"}]}""",
            response,
            StringComparison.Ordinal);
    }

    [Fact]
    public Task A_type_that_is_not_there_is_null() => Says("""{"__type":null,"__typename":"Query"}""", """{ __type(name: "Nothing") { name } __typename }""");

    private static async Task Says(string data, string query) => Assert.Equal($$"""{"data":{{data}}}""", await Execute(query));

    private static Task<string> Execute(string query) =>
        ExecutionTest.Execute(Sdl, new SchemaBindings().Dynamic(), query, rootValue: new Dictionary<string, object?>());
}
