using Xunit;
using static GovGraph.GraphQL.Tests.Comparison.ComparisonTest;

namespace GovGraph.GraphQL.Tests.Comparison;

public sealed class TypeComparisonTests
{
    [Fact]
    public void A_type_that_goes_breaks_and_one_that_comes_does_not() => Changes(
        "scalar A type B { a: Int } interface C { a: Int } union D = B enum E { A } input F { a: Int }",
        "scalar G type H { a: Int } interface I { a: Int } union J = H enum K { A } input L { a: Int }",
        "Breaking A: The scalar was removed.",
        "Breaking B: The object type was removed.",
        "Breaking C: The interface was removed.",
        "Breaking D: The union was removed.",
        "Breaking E: The enum was removed.",
        "Breaking F: The input object was removed.",
        "Safe G: The scalar was added.",
        "Safe H: The object type was added.",
        "Safe I: The interface was added.",
        "Safe J: The union was added.",
        "Safe K: The enum was added.",
        "Safe L: The input object was added.");

    [Fact]
    public void A_scalar_of_the_specification_is_not_missed() => Changes(
        "type Query { a: Int b: Float }",
        "type Query { a: Int }",
        "Breaking Query.b: The field was removed.");

    [Fact]
    public void A_type_stays_of_its_kind() => Changes(
        "type A { a: Int } scalar B",
        "interface A { a: Int } enum B { A }",
        "Breaking A: The object type became an interface.",
        "Breaking B: The scalar became an enum.");

    [Fact]
    public void A_union_may_get_members_that_its_callers_do_not_know() => Changes(
        "type A { a: Int } type B { a: Int } type C { a: Int } union U = A | B",
        "type A { a: Int } type B { a: Int } type C { a: Int } union U = B | C",
        "Breaking U: The member A was removed from the union.",
        "Dangerous U: The member C was added to the union: an answer may hold it.");

    [Fact]
    public void An_enum_may_get_values_that_its_callers_do_not_know() => Changes(
        "enum E { A B }",
        "enum E { B C }",
        "Breaking E.A: The enum value was removed.",
        "Dangerous E.C: The enum value was added: an answer may hold it.");

    [Fact]
    public void To_take_exactly_one_field_breaks() => Changes(
        "input A { a: Int b: Int } input B @oneOf { a: Int b: Int }",
        "input A @oneOf { a: Int b: Int } input B { a: Int b: Int }",
        "Breaking A: It takes exactly one of its fields now.",
        "Safe B: It takes any of its fields now, no longer exactly one.");

    [Fact]
    public void What_specifies_a_scalar_should_stay() => Changes(
        """scalar A scalar B @specifiedBy(url: "urn:b") scalar C @specifiedBy(url: "urn:c")""",
        """scalar A @specifiedBy(url: "urn:a") scalar B scalar C @specifiedBy(url: "urn:d")""",
        "Dangerous B: It no longer says that urn:b specifies it.",
        "Dangerous C: It is specified by urn:d now, no longer by urn:c.",
        "Safe A: It says now that urn:a specifies it.");
}
