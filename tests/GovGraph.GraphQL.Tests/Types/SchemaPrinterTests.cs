using GovGraph.GraphQL.Types;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types;

public sealed class SchemaPrinterTests
{
    private static string Print(string sdl)
    {
        var result = SchemaBuilder.Build(sdl);
        Assert.True(result.IsBuilt, string.Join('\n', result.Errors.Select(error => error.Message)));
        return SchemaPrinter.Print(result.Schema);
    }

    private static void Unchanged(string sdl) => Assert.Equal(sdl + "\n", Print(sdl));

    [Fact]
    public void Everything_is_printed_as_it_was_written() => Unchanged(
        """"
        "All of it."
        schema @owner(name: "phòng") {
          query: Root
          subscription: Changes
        }

        "Who answers for it."
        directive @owner(
          """A "name"."""
          name: String!
          since: Date = "2024-01-01" @deprecated(reason: "Nobody asks.")
        ) repeatable on SCHEMA | OBJECT | FIELD_DEFINITION

        """
        What can be asked.

        Of anyone.
        """
        type Root implements Node & Named @owner(name: "a") @owner(name: "b") {
          id: ID!
          name(upper: Boolean = false, marks: [Mark!] = [ACUTE, GRAVE], by: NameBy = {first: "x"}): String @deprecated
          things(
            "How many."
            first: Int! = 10
            after: String
          ): [Thing!]!
        }

        interface Node {
          id: ID!
        }

        interface Named implements Node {
          id: ID!
          name(upper: Boolean = false, marks: [Mark!], by: NameBy): String @deprecated
        }

        union Thing = Root | Changes

        union AnyOfTheseThings =
          | RootWithARatherLongName
          | ChangesWithARatherLongName
          | Root

        enum Mark {
          "Sắc"
          ACUTE
          GRAVE @deprecated(reason: "Huyền")
        }

        input NameBy @oneOf {
          first: String
          last: String
        }

        scalar Date @specifiedBy(url: "https://example.org/date")

        type Changes {
          any: Int
        }

        type RootWithARatherLongName {
          any: Int
        }

        type ChangesWithARatherLongName {
          any: Int
        }
        """");

    [Fact]
    public void A_schema_of_default_names_needs_no_definition()
    {
        Assert.Equal("type Query {\n  a: Int\n}\n", Print("schema { query: Query } type Query { a: Int }"));
        Unchanged("schema {\n  query: Query\n}\n\ntype Query {\n  a: Mutation\n}\n\ntype Mutation {\n  a: Int\n}");
    }

    [Fact]
    public void An_extension_becomes_a_part_of_what_it_extends() =>
        Assert.Equal("type Query {\n  a: Int\n  b: Int\n}\n", Print("type Query { a: Int } extend type Query { b: Int }"));

    [Fact]
    public void A_description_that_no_block_string_can_hold_is_escaped() =>
        Unchanged("\"  indented\\n\\nand a bell: \\u0007\"\ntype Query {\n  a: Int\n}");
}
