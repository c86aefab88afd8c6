using GovGraph.GraphQL.Language;
using Xunit;

namespace GovGraph.GraphQL.Tests.Language;

public sealed class ParserTests
{
    private static DocumentNode Parse(string source)
    {
        var result = Parser.Parse(source);
        Assert.True(result.IsParsed, result.Error?.Message);
        return result.Node;
    }

    private static TNode Single<TNode>(string source) where TNode : DefinitionNode =>
        Assert.IsType<TNode>(Assert.Single(Parse(source).Definitions));

    private static void Fails(string source, string message, int line, int column)
    {
        var error = Parser.Parse(source).Error;
        Assert.NotNull(error);
        Assert.Equal($"Syntax Error: {message}", error.Message);
        Assert.Equal([new Location(line, column)], error.Locations);
    }

    [Fact]
    public void An_operation_keeps_its_parts()
    {
        var operation = Single<OperationDefinitionNode>(
            """
            "Reads one task."
            query Task("Which one." $id: ID! = "1" @private) @cached {
              alias: task(id: $id) @include(if: true) { ...Title ... on Task { id } ... @skip(if: false) { id } }
            }
            """);

        Assert.Equal("Reads one task.", operation.Description?.Value);
        Assert.Equal(OperationType.Query, operation.Operation);
        Assert.Equal("Task", operation.Name?.Value);
        Assert.Equal("cached", Assert.Single(operation.Directives).Name.Value);

        var variable = Assert.Single(operation.VariableDefinitions);
        Assert.Equal("Which one.", variable.Description?.Value);
        Assert.Equal("id", variable.Variable.Name.Value);
        Assert.Equal("ID!", variable.Type.ToString());
        Assert.Equal("1", Assert.IsType<StringValueNode>(variable.DefaultValue).Value);
        Assert.Equal("private", Assert.Single(variable.Directives).Name.Value);

        var field = Assert.IsType<FieldNode>(Assert.Single(operation.SelectionSet.Selections));
        Assert.Equal("alias", field.ResponseName);
        Assert.Equal("task", field.Name.Value);
        Assert.Equal(new Location(3, 3), field.Location);
        Assert.Collection(
            field.SelectionSet!.Selections,
            selection => Assert.Equal("Title", Assert.IsType<FragmentSpreadNode>(selection).Name.Value),
            selection => Assert.Equal("Task", Assert.IsType<InlineFragmentNode>(selection).TypeCondition?.Name.Value),
            selection => Assert.Null(Assert.IsType<InlineFragmentNode>(selection).TypeCondition));
    }

    [Fact]
    public void A_described_fragment_starts_at_its_description()
    {
        var fragment = Single<FragmentDefinitionNode>("\n \"The title.\" fragment Title on Task { title }");

        Assert.Equal("The title.", fragment.Description?.Value);
        Assert.Equal("Task", fragment.TypeCondition.Name.Value);
        Assert.Equal(new Location(2, 2), fragment.Location);
    }

    [Fact]
    public void An_unexpected_token_is_named_with_its_place()
    {
        Fails("{", "Expected Name, found <EOF>.", 1, 2);
        Fails("", "Unexpected <EOF>.", 1, 1);
        Fails("{ a(b: }", "Unexpected \"}\".", 1, 8);
        Fails("{ a()}", "Expected Name, found \")\".", 1, 5);
        Fails("query { a } sunday", "Unexpected Name \"sunday\".", 1, 13);
        Fails("{\n  a\n  \"b\"\n}", "Expected Name, found String \"b\".", 3, 3);
        Fails("fragment on on on { on }", "Unexpected Name \"on\".", 1, 10);
    }

    [Fact]
    public void Only_definitions_take_a_description()
    {
        Fails("\"x\" { a }", "Unexpected description, descriptions are not supported on shorthand queries.", 1, 1);
        Fails("\"x\" extend type A { a: Int }", "Unexpected description, only GraphQL definitions support descriptions.", 1, 1);
        Fails("\"x\" 1", "Unexpected Int \"1\".", 1, 5);
    }

    [Fact]
    public void A_constant_holds_no_variable() =>
        Fails("query ($a: [Int] = [$b]) { a }", "Unexpected variable \"$b\" in constant value.", 1, 21);

    [Fact]
    public void An_extension_must_add_something() => Fails("extend type Task", "Unexpected <EOF>.", 1, 17);

    [Theory]
    [InlineData("{")]
    [InlineData("{a")]
    [InlineData("{a(b:[")]
    [InlineData("{a(b:{c:")]
    [InlineData("query($a:[")]
    public void Hostile_nesting_is_an_error(string level)
    {
        var hostile = string.Concat(Enumerable.Repeat(level, 100_000));
        Assert.NotNull(Parser.Parse(hostile).Error);
        Assert.NotNull(Parser.Parse(hostile, ParserLimits.Trusted).Error);
    }

    [Fact]
    public void A_document_with_any_character_missing_is_parsed_or_refused()
    {
        const string source =
            """"
            "Đ" query Q($a: [Int!]! = [-1, 2.5e+3] @d, $b: In = {c: RED, e: null}) @d(x: true) { f: g(h: $a, i: "\u{1F600}\uD83D\uDE00\n") { ...F ... on T @d { j } } } # end
            fragment F on T { k(l: """ block \""" """) }
            extend schema @d { mutation: M }
            """block""" interface I implements J & K @d { "x" a("y" b: Int = 1 @d): [T!] @d }
            union U @d = | A | B enum E { A @d B } input N @d { a: Int! = 1 } scalar S @specifiedBy(url: "")
            directive @d(x: Boolean) repeatable on | FIELD | QUERY
            """";
        Assert.True(Parser.Parse(source).IsParsed);

        for (var i = 0; i < source.Length; i++)
        {
            foreach (var broken in new[] { source[..i], source.Remove(i, 1) })
            {
                var result = Parser.Parse(broken);
                Assert.Equal(result.IsParsed, result.Node is not null);
                Assert.Equal(result.IsParsed, result.Error is null);
                if (result.IsParsed) Assert.True(Parser.Parse(Printer.Print(result.Node)).IsParsed);
            }
        }
    }

    [Fact]
    public void Nesting_is_limited()
    {
        var limits = new ParserLimits { MaxDepth = 3 };
        Assert.True(Parser.Parse("{a{b(c:[1])}}", limits).IsParsed);
        Assert.Equal(
            "Syntax Error: Document nests deeper than 3 levels. Send a flatter one.",
            Parser.Parse("{a{b(c:[[1]])}}", limits).Error?.Message);
    }

    [Fact]
    public void Tokens_are_limited()
    {
        var limits = new ParserLimits { MaxTokens = 4 };
        Assert.True(Parser.Parse("{a b}", limits).IsParsed);
        var error = Parser.Parse("{a b c}", limits).Error;
        Assert.Equal("Syntax Error: Document contains more than 4 tokens. Send a shorter one.", error?.Message);
        Assert.Equal([new Location(1, 7)], error?.Locations);
    }

    [Fact]
    public void Directives_in_one_place_are_limited()
    {
        var limits = new ParserLimits { MaxDirectives = 2 };
        Assert.True(Parser.Parse("{a @a @b c @a @b}", limits).IsParsed);
        Assert.Equal("Syntax Error: More than 2 directives in one place.", Parser.Parse("{a @a @b @c}", limits).Error?.Message);
    }

    [Fact]
    public void A_value_is_parsed_alone()
    {
        var value = Assert.IsType<ObjectValueNode>(Parser.ParseValue("{ a: [1, 2.5, RED, null, true] }").Node);
        Assert.Collection(
            Assert.IsType<ListValueNode>(Assert.Single(value.Fields).Value).Values,
            item => Assert.Equal("1", Assert.IsType<IntValueNode>(item).Value),
            item => Assert.Equal("2.5", Assert.IsType<FloatValueNode>(item).Value),
            item => Assert.Equal("RED", Assert.IsType<EnumValueNode>(item).Value),
            item => Assert.IsType<NullValueNode>(item),
            item => Assert.True(Assert.IsType<BooleanValueNode>(item).Value));
        Assert.Equal("Syntax Error: Expected <EOF>, found Int \"2\".", Parser.ParseValue("1 2").Error?.Message);
        Assert.IsType<VariableNode>(Parser.ParseValue("$a", allowVariables: true).Node);
    }

    [Fact]
    public void A_type_is_parsed_alone()
    {
        Assert.Equal("[[ID!]]!", Parser.ParseType("[ [ID !] ]!").Node?.ToString());
        Assert.Equal("Syntax Error: Expected \"]\", found <EOF>.", Parser.ParseType("[ID").Error?.Message);
    }
}
