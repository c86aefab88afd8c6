using Xunit;
using static GovGraph.GraphQL.Tests.Comparison.ComparisonTest;

namespace GovGraph.GraphQL.Tests.Comparison;

public sealed class SchemaComparisonTests
{
    [Fact]
    public void The_same_schema_in_another_order_has_no_changes() => Changes(
        "type Query { a(x: Int, y: Int): E b: Int } enum E { A B } directive @d on FIELD | QUERY",
        "directive @d on QUERY | FIELD enum E { B A } type Query { b: Int a(y: Int, x: Int): E }");

    [Fact]
    public void The_worst_changes_come_first_and_equals_by_coordinate() => Changes(
        "type Query { z: Int b: E y: Int } enum E { A }",
        "type Query { b: E c: Int } enum E { A B }",
        "Breaking Query.y: The field was removed.",
        "Breaking Query.z: The field was removed.",
        "Dangerous E.B: The enum value was added: an answer may hold it.",
        "Safe Query.c: The field was added.");

    [Fact]
    public void An_operation_may_come_but_not_go() => Changes(
        "type Mutation { a: Int } type Subscriptions { a: Int } type Query { a: Int } schema { query: Query mutation: Mutation }",
        "type Mutation { a: Int } type Subscriptions { a: Int } type Query { a: Int } schema { query: Query subscription: Subscriptions }",
        "Breaking schema: The mutation operation was removed.",
        "Safe schema: The subscription operation was added.");

    [Fact]
    public void An_operation_keeps_its_type() => Changes(
        "type Query { a: Int } type Other { a: Int }",
        "type Query { a: Int } type Other { a: Int } schema { query: Other }",
        "Breaking schema: The query operation's type changed from Query to Other.");

    [Fact]
    public void Descriptions_are_free() => Changes(
        """
        "One" schema { query: Query }
        type Query { "a" a("b" b: Int): E }
        enum E { "A" A }
        "D" directive @d on FIELD
        """,
        """
        schema { query: Query }
        "Q" type Query { "A" a(b: Int): E }
        enum E { "B" A }
        "E" directive @d on FIELD
        """,
        "Safe @d: The description changed.",
        "Safe E.A: The description changed.",
        "Safe Query: The description was added.",
        "Safe Query.a: The description changed.",
        "Safe Query.a(b:): The description was removed.",
        "Safe schema: The description was removed.");

    [Fact]
    public void Deprecation_is_free() => Changes(
        """type Query { a: Int @deprecated b: Int c: Int @deprecated(reason: "old") d(e: Int): E } enum E { A B }""",
        """type Query { a: Int b: Int @deprecated(reason: "Use a.") c: Int @deprecated(reason: "older") d(e: Int @deprecated): E } enum E { A B @deprecated }""",
        "Safe E.B: It is deprecated now: No longer supported",
        "Safe Query.a: It is no longer deprecated.",
        "Safe Query.b: It is deprecated now: Use a.",
        "Safe Query.c: The reason of its deprecation changed from \"old\" to \"older\".",
        "Safe Query.d(e:): It is deprecated now: No longer supported");
}
