using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoFragmentCyclesTests
{
    private static void Valid(string query) => RuleTest.Valid<NoFragmentCycles>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<NoFragmentCycles>(query, errors);

    [Fact]
    public void A_fragment_may_be_spread_in_many_places() => Valid(
        "{ ...A ...B ...A } fragment A on Query { ...B ... { ...B } plans { ...C } } fragment B on Query { plans { ...C } } fragment C on Plan { id ...Nowhere }");

    [Fact]
    public void A_fragment_in_itself_never_ends() => Invalid(
        "fragment A on Unit { parent { ...A } ... { ...A } }",
        "1:44 Cannot spread fragment \"A\" within itself.",
        "1:31 Cannot spread fragment \"A\" within itself.");

    [Fact]
    public void Nor_does_one_in_another_that_is_in_the_first() => Invalid(
        """
        fragment A on Unit { ...B }
        fragment B on Unit { ...C ...D }
        fragment C on Unit { name ...A }
        fragment D on Unit { ...B }
        """,
        "1:22 2:22 3:27 Cannot spread fragment \"A\" within itself via \"B\", \"C\".",
        "2:27 4:22 Cannot spread fragment \"B\" within itself via \"D\".");

    [Fact]
    public void Of_a_long_cycle_the_first_names_are_told()
    {
        var fragments = Enumerable.Range(0, 30).Select(i => $"fragment F{i} on Unit {{ ...F{(i + 1) % 30} }}");

        var error = Assert.Single(RuleTest.Validate(string.Join('\n', fragments)), error => error.Rule == "NoFragmentCycles");

        Assert.Equal(
            "Cannot spread fragment \"F0\" within itself via \"F1\", \"F2\", \"F3\", \"F4\", \"F5\", \"F6\", \"F7\", \"F8\", \"F9\", \"F10\", \"F11\", \"F12\", \"F13\", \"F14\", \"F15\", \"F16\", \"F17\", \"F18\", \"F19\", \"F20\", ….",
            error.Message);
        Assert.Equal(30, error.Locations.Length);
    }
}
