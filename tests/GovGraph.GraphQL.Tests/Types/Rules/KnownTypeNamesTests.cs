using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class KnownTypeNamesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(KnownTypeNames), sdl, errors);

    [Fact]
    public void Types_may_be_named_before_they_are_defined() => Valid(
        """
        type Query implements I { a(x: S, y: [ID!]): U }
        interface I { a(x: S, y: [ID!]): U }
        union U = Query
        scalar S
        directive @a(s: S) on FIELD
        """);

    [Fact]
    public void Every_unknown_name_is_refused() => Invalid(
        """
        schema { query: Query mutation: Change }
        type Query implements Node { a(x: [Filter!]): Task! }
        union Any = Photo
        input Order { a: Horizon }
        directive @a(b: Level) on FIELD
        """,
        """Unknown type "Change". (1:33)""",
        """Unknown type "Node". (2:23)""",
        """Unknown type "Task". (2:47)""",
        """Unknown type "Photo". (3:13)""",
        """Unknown type "Filter". (2:36)""",
        """Unknown type "Level". (5:17)""",
        """Unknown type "Horizon". (4:18)""");

    [Fact]
    public void What_may_have_been_meant_is_suggested() => Invalid(
        """
        type Query { a: Stringg b: Taks! }
        type Task { a: Int }
        """,
        """Unknown type "Stringg". Did you mean "String"? (1:17)""",
        """Unknown type "Taks". Did you mean "Task"? (1:28)""");
}
