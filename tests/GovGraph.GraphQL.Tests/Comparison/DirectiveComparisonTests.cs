using Xunit;
using static GovGraph.GraphQL.Tests.Comparison.ComparisonTest;

namespace GovGraph.GraphQL.Tests.Comparison;

public sealed class DirectiveComparisonTests
{
    [Fact]
    public void A_directive_that_goes_breaks() => Changes(
        "directive @a on FIELD",
        "directive @b on FIELD",
        "Breaking @a: The directive was removed.",
        "Safe @b: The directive was added.");

    [Fact]
    public void A_directive_may_stand_in_more_places_but_not_in_fewer() => Changes(
        "directive @a on FIELD | QUERY",
        "directive @a on QUERY | MUTATION",
        "Breaking @a: It may no longer stand on FIELD.",
        "Safe @a: It may stand on MUTATION now.");

    [Fact]
    public void A_directive_may_become_repeatable() => Changes(
        "directive @a repeatable on FIELD directive @b on FIELD",
        "directive @a on FIELD directive @b repeatable on FIELD",
        "Breaking @a: It is no longer repeatable.",
        "Safe @b: It is repeatable now.");

    [Fact]
    public void Arguments_of_a_directive_are_compared_like_those_of_a_field() => Changes(
        "directive @a(a: Int, b: Int!) on FIELD",
        "directive @a(b: Int, c: Int!) on FIELD",
        "Breaking @a(a:): The argument was removed.",
        "Breaking @a(c:): The argument was added, and it is required.",
        "Safe @a(b:): The type changed from Int! to Int.");
}
