using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class ValidImplementationsTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(ValidImplementations), sdl, errors);

    [Fact]
    public void Types_are_covariant() => Valid(
        """
        type Query implements I { a: Query! b: [Query!]! c: Query d: E }
        interface I { a: I b: [I] c: U d: D }
        union U = Query
        interface D { x: Int }
        interface E implements D { x: Int }
        """);

    [Fact]
    public void Further_arguments_are_optional() => Valid(
        """
        type Query implements I { a(x: Int!, y: Int, z: Int! = 1): Int }
        interface I { a(x: Int!): Int }
        """);

    [Fact]
    public void Fields_come_with_extensions_too() => Valid(
        """
        type Query implements I
        extend type Query { a: Int }
        interface I { a: Int }
        """);

    [Fact]
    public void A_missing_field_is_refused() => Invalid(
        """
        type Query implements I { b: Int }
        interface I { a: Int }
        """,
        "Interface field I.a expected but Query does not provide it. (2:15, 1:6)");

    [Fact]
    public void A_wider_type_is_refused() => Invalid(
        """
        type Query implements I { a: Int b: [Int] c: I d: Int }
        interface I { a: Int! b: [Int!] c: Query d: [Int] }
        """,
        "Interface field I.a expects type Int! but Query.a is type Int. (2:18, 1:30)",
        "Interface field I.b expects type [Int!] but Query.b is type [Int]. (2:26, 1:37)",
        "Interface field I.c expects type Query but Query.c is type I. (2:36, 1:46)",
        "Interface field I.d expects type [Int] but Query.d is type Int. (2:45, 1:51)");

    [Fact]
    public void A_missing_or_different_argument_is_refused() => Invalid(
        """
        type Query implements I { a: Int b(x: Int!): Int }
        interface I { a(x: Int): Int b(x: Int): Int }
        """,
        "Interface field argument I.a(x:) expected but Query.a does not provide it. (2:17, 1:27)",
        "Interface field argument I.b(x:) expects type Int but Query.b(x:) is type Int!. (2:35, 1:39)");

    [Fact]
    public void A_further_required_argument_is_refused() => Invalid(
        """
        type Query implements I { a(x: Int!): Int }
        interface I { a: Int }
        """,
        "Argument Query.a(x:) must not be required because I.a does not provide it. (1:29, 2:15)");

    [Fact]
    public void A_field_is_deprecated_only_with_its_interface() => Invalid(
        """
        type Query implements I { a: Int @deprecated b: Int @deprecated c: Int }
        interface I { a: Int b: Int @deprecated c: Int @deprecated }
        """,
        "Interface field I.a is not deprecated, so Query.a must not be deprecated. (2:15, 1:27)");
}
