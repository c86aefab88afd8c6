using GovGraph.GraphQL.Language;
using Xunit;

namespace GovGraph.GraphQL.Tests.Language;

public sealed class PrinterTests
{
    private static string Print(string source)
    {
        var result = Parser.Parse(source);
        Assert.True(result.IsParsed, result.Error?.Message);
        return Printer.Print(result.Node);
    }

    private static void Unchanged(string source) => Assert.Equal(source, Print(source));

    [Fact]
    public void Operations_are_printed_as_they_were_written() => Unchanged(
        """"
        """Reads tasks."""
        query Tasks($first: Int! = 10 @range(min: 1), $where: TaskFilter = {state: OPEN, tags: ["a", null]}) @cached {
          all: tasks(first: $first, where: $where) @include(if: true) {
            ...Title
            ... on Task {
              id
            }
            ... @skip(if: false) {
              cost(unit: 1.5e3)
            }
          }
        }

        "The title."
        fragment Title on Task @f {
          title
        }

        mutation {
          close
        }

        subscription ($id: ID) {
          changed(id: $id)
        }

        {
          a
        }
        """");

    [Fact]
    public void Described_variables_take_a_line_each() => Unchanged(
        """
        query (
          "Which."
          $id: ID
          $all: Boolean
        ) {
          a(id: $id, all: $all)
        }
        """);

    [Fact]
    public void Long_arguments_take_a_line_each() => Unchanged(
        """
        {
          tasks(
            first: 10
            where: {title: {contains: "một cửa"}, deadline: {lte: "2024-12-31"}, state: {in: [OPEN]}}
          )
        }
        """);

    [Fact]
    public void Extensions_are_printed_as_they_were_written() => Unchanged(
        """
        extend schema @a {
          mutation: M
        }

        extend scalar S @a

        extend type T implements I & J

        extend interface I {
          a: Int
        }

        extend union U = A | B

        extend enum E {
          A
        }

        extend input N @a
        """);

    [Theory]
    [InlineData("\"a \\\" \\\\ \\n \\u0007 đ 😀\"")]
    [InlineData("\"\"\"a \\\"\"\" b\"\"\"")]
    [InlineData("\"\"\"\na\n  b\n\n\tc\n\"\"\"")]
    [InlineData("\"\"\"\nends with a quote\"\n\"\"\"")]
    [InlineData("\"\"\"\nends with a backslash\\\n\"\"\"")]
    public void Strings_are_printed_as_they_were_written(string source) =>
        Assert.Equal(source, Printer.Print(Parser.ParseValue(source).Node!));

    [Fact]
    public void A_block_string_is_indented_with_its_definition() => Unchanged(
        """"
        type T {
          """
          One
            two

          three
          """
          a: Int
        }
        """");

    [Fact]
    public void Every_recorded_document_means_the_same_when_printed() =>
        Conformance.RecordedCases.Each("parse.jsonl", @case =>
        {
            if (Parser.Parse(@case.GetProperty("source").GetString()!).Node is not { } document) return null;

            var printed = Printer.Print(document);
            var again = Parser.Parse(printed);
            return again.IsParsed && Printer.Print(again.Node) == printed ? null : $"{again.Error?.Message}\n{printed}";
        });
}
