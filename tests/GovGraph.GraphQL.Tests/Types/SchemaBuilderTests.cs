using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types;

public sealed class SchemaBuilderTests
{
    private static Schema Build(params string[] sdl)
    {
        var result = SchemaBuilder.Build(sdl);
        Assert.True(result.IsBuilt, string.Join('\n', result.Errors.Select(error => error.Message)));
        return result.Schema;
    }

    [Fact]
    public void Types_hold_what_is_written()
    {
        var schema = Build(
            """
            "All tasks."
            schema { query: Query }
            type Query { task(id: ID!, tags: [String!]! = ["a"]): Task @deprecated(reason: "Use tasks.") tasks: [Task!]! @deprecated }
            interface Node { id: ID! }
            type Task implements Node { id: ID! state: State }
            enum State { OPEN DONE @deprecated }
            union Any = Task | Query
            input TaskFilter @oneOf { id: ID state: State }
            scalar Date @specifiedBy(url: "https://example.org/date")
            """);

        Assert.Equal("All tasks.", schema.Description);
        Assert.Same(schema.Types["Query"], schema.QueryType);
        Assert.Null(schema.MutationType);

        var task = schema.QueryType!.Fields["task"];
        Assert.Equal("Task", task.Type.ToString());
        Assert.Equal("Use tasks.", task.DeprecationReason);
        Assert.True(task.Argument("id")!.IsRequired);
        Assert.False(task.Argument("tags")!.IsRequired);
        Assert.Equal("[\"a\"]", Printer.Print(task.Argument("tags")!.DefaultValue!));
        Assert.Equal("No longer supported", schema.QueryType.Fields["tasks"].DeprecationReason);

        var taskType = Assert.IsType<ObjectType>(schema.Types["Task"]);
        var node = Assert.IsType<InterfaceType>(schema.Types["Node"]);
        Assert.Equal([node], taskType.Interfaces);
        Assert.Equal([taskType], schema.PossibleTypes(node));
        Assert.Equal([taskType, schema.QueryType], schema.PossibleTypes(schema.Types["Any"]));
        Assert.Equal(["OPEN", "DONE"], Assert.IsType<EnumType>(schema.Types["State"]).ValuesInOrder.Select(value => value.Name));
        Assert.True(Assert.IsType<InputObjectType>(schema.Types["TaskFilter"]).IsOneOf);
        Assert.Equal("https://example.org/date", Assert.IsType<ScalarType>(schema.Types["Date"]).SpecifiedByUrl);
    }

    [Fact]
    public void Extensions_add_to_what_they_extend_in_whatever_document()
    {
        var schema = Build(
            "extend type Query { b: Int } extend schema @c directive @c on SCHEMA | ENUM",
            "type Query { a: State } enum State { OPEN }",
            "extend enum State @c { DONE } extend schema { mutation: Change } type Change { x: Int }");

        Assert.Equal(["a", "b"], schema.QueryType!.FieldsInOrder.Select(field => field.Name));
        Assert.Equal("Change", schema.MutationType?.Name);
        Assert.Equal("c", Assert.Single(schema.Directives).Name.Value);
        var state = Assert.IsType<EnumType>(schema.Types["State"]);
        Assert.Equal(["OPEN", "DONE"], state.ValuesInOrder.Select(value => value.Name));
        Assert.Equal("c", Assert.Single(state.Directives).Name.Value);
    }

    [Fact]
    public void What_the_specification_defines_is_always_there()
    {
        var schema = Build("type Query { a: Int }");

        string[] names = ["Int", "String", "Boolean", "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue", "__EnumValue", "__Directive", "__DirectiveLocation"];
        Assert.All(names, name => Assert.True(schema.Types[name].IsSpecified));
        Assert.Equal(names.Length + 1, schema.Types.Count);
        Assert.Equal(["include", "skip", "deprecated", "specifiedBy", "oneOf"], schema.DirectiveDefinitionsInOrder.Select(directive => directive.Name));
        Assert.All(schema.DirectiveDefinitionsInOrder, directive => Assert.True(directive.IsSpecified));
        Assert.Same(ScalarCoercion.Int, Assert.IsType<ScalarType>(schema.Types["Int"]).Coercion);
    }

    [Fact]
    public void A_specified_scalar_is_there_where_it_is_named()
    {
        var schema = Build("type Query { a(ids: [ID!]!): String } directive @scale(by: Float) on FIELD");

        Assert.True(schema.Types.ContainsKey("ID"));
        Assert.True(schema.Types.ContainsKey("Float"));
        Assert.False(schema.Types.ContainsKey("Int"));
    }

    [Fact]
    public void Equal_type_references_are_the_same_object()
    {
        var schema = Build("type Query { a: [Int!]! b: [Int!]! }");
        Assert.Same(schema.QueryType!.Fields["a"].Type, schema.QueryType.Fields["b"].Type);
    }

    [Fact]
    public void All_syntax_errors_are_listed() =>
        Assert.Equal(
            ["Syntax Error: Expected Name, found <EOF>.", "Syntax Error: Expected \"{\", found <EOF>."],
            SchemaBuilder.Build("type", "type Query { a: Int }", "schema").Errors.Select(error => error.Message));

    [Fact]
    public void All_broken_rules_are_listed()
    {
        var errors = SchemaBuilder.Build("type Query { a: Ant }\ntype Query { b: Bee @bee }").Errors;
        Assert.Equal(["UniqueTypeNames", "KnownTypeNames", "KnownTypeNames", "KnownDirectives"], errors.Select(error => error.Rule));
        Assert.Equal([new Location(1, 6), new Location(2, 6)], errors[0].Locations);
    }
}
