using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class ValuesOfCorrectTypeTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(ValuesOfCorrectType), sdl, errors);

    [Fact]
    public void Values_are_coerced_as_in_an_operation() => Valid(
        """
        type Query { a(i: Int = 1, f: Float = 1, d: ID = 1, l: [[Int]] = 1, n: Int = null, o: I = {b: 1}, e: [E!] = [A], s: S = {x: [1, A]}): Int @a(x: [1]) }
        input I { a: Int b: Int! c: Int! = 1 }
        enum E { A }
        scalar S
        directive @a(x: [Int!]) on FIELD_DEFINITION
        """);

    [Fact]
    public void A_default_of_another_type_is_refused() => Invalid(
        """
        type Query { a(i: Int = "1", n: Int! = null, l: [Int!] = [1, null], e: E = B, s: E = "A", o: Boolean = 1): Int }
        enum E { A }
        """,
        """Int cannot represent non-integer value: "1" (1:25)""",
        """Expected value of type "Int!", found null. (1:40)""",
        """Expected value of type "Int!", found null. (1:62)""",
        """Value "B" does not exist in "E" enum. (1:76)""",
        """Expected value of type "E", found "A". (1:86)""",
        "Boolean cannot represent a non boolean value: 1 (1:104)");

    [Fact]
    public void So_is_an_input_object_with_wrong_fields() => Invalid(
        """
        type Query { a(i: I = {a: 1, c: 1}, j: I = 1): Int }
        input I { a: String b: Int! }
        """,
        "String cannot represent a non string value: 1 (1:27)",
        """Field "c" is not defined by type "I". (1:30)""",
        """Field "I.b" of required type "Int!" was not provided. (1:23)""",
        """Expected value of type "I", found 1. (1:44)""");

    [Fact]
    public void So_is_more_or_less_than_one_field_of_a_choice() => Invalid(
        """
        type Query { a(i: I = {a: 1, b: 1}, j: I = {a: null}, k: I = {}, l: I = {a: 1}): Int }
        input I @oneOf { a: Int b: Int }
        """,
        """Exactly one field of OneOf input object "I" must be given, and not null. (1:23)""",
        """Exactly one field of OneOf input object "I" must be given, and not null. (1:44)""",
        """Exactly one field of OneOf input object "I" must be given, and not null. (1:62)""");

    [Fact]
    public void So_are_arguments_of_directives() => Invalid(
        """
        type Query { a: Int @deprecated(reason: null) b: Int @a(x: [1, "2"]) }
        directive @a(x: [Int!]) on FIELD_DEFINITION
        """,
        """Expected value of type "String!", found null. (1:41)""",
        """Int cannot represent non-integer value: "2" (1:64)""");
}
