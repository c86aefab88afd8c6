using GovGraph.GraphQL.Validation;
using GovGraph.GraphQL.Validation.Merging;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Merging;

/// <summary>The check's work is counted in fields and spreads that it looks at, so that these tests do not depend on the time they take.</summary>
public sealed class MergeCheckTests
{
    private static string Repeat(int count, Func<int, string> part) => string.Join(' ', Enumerable.Range(0, count).Select(part));

    private static (bool Passes, long Work) Check(string query, int maxWork = 1_000_000)
    {
        var budget = new WorkBudget(maxWork);
        var context = new ValidationContext(RuleTest.Schema, RuleTest.Parse(query), ValidationOptions.Default, TestContext.Current.CancellationToken);
        return (new MergeCheck(context, budget).Passes(), budget.Spent);
    }

    [Fact]
    public void One_field_10_000_times_is_10_000_steps() =>
        Assert.Equal((true, 10_001), Check($"{{ plans {{ {Repeat(10_000, _ => "id")} }} }}"));

    [Fact]
    public void So_is_one_field_with_10_000_aliases() =>
        Assert.Equal((true, 10_001), Check($"{{ plans {{ {Repeat(10_000, i => $"a{i}: id")} }} }}"));

    [Fact]
    public void So_are_10_000_fields_that_each_select_other_fields() =>
        Assert.Equal((true, 10_000), Check($"{{ {Repeat(5_000, i => $"plans {{ a{i}: id }}")} }}"));

    [Fact]
    public void Depth_does_not_multiply() =>
        Assert.Equal((true, 20_000), Check($"{{ {Repeat(5_000, i => $"owner {{ ... on Unit {{ parent {{ parent {{ a{i}: name }} }} }} }}")} }}"));

    [Fact]
    public void Nor_do_overlapping_inline_fragments() =>
        Assert.Equal((true, 10_001), Check($"{{ found {{ {Repeat(5_000, i => $"... on {(i % 2 == 0 ? "Plan" : "Task")} {{ id lead: __typename }}")} }} }}"));

    [Fact]
    public void Arguments_are_compared_with_one_other_field() =>
        Assert.Equal((true, 4_000), Check($"{{ {Repeat(1_000, _ => "scale(by: 1, with: {a: [1, 2, 3]}, wide: true)")} }}"));

    [Fact]
    public void A_fragment_spread_twice_in_the_next_is_looked_at_once_at_each_place()
    {
        var fragments = Repeat(30, i => $"fragment F{i} on Unit {{ a: parent {{ ...F{i + 1} }} b: parent {{ ...F{i + 1} }} }}");

        Assert.Equal((true, 182), Check($"{{ owner {{ ...F0 }} }} {fragments} fragment F30 on Unit {{ name }}"));
    }

    [Fact]
    public void So_is_one_that_is_spread_in_the_same_selection_set_again_and_again() =>
        Assert.Equal((true, 10_002), Check($"{{ owner {{ {Repeat(10_000, _ => "...F")} }} }} fragment F on Unit {{ name }}"));

    [Fact]
    public void So_are_fragments_that_spread_each_other()
    {
        var fragments = Repeat(50, i => $"fragment F{i} on Unit {{ {Repeat(50, j => $"...F{j}")} a{i}: name }}");

        Assert.Equal((true, 2_552), Check($"{{ owner {{ ...F0 }} }} {fragments}"));
    }

    [Fact]
    public void A_chain_of_fragments_may_be_long()
    {
        var fragments = Repeat(5_000, i => $"fragment F{i} on Unit {{ parent {{ ...F{i + 1} }} }}");

        Assert.Equal((true, 10_003), Check($"{{ owner {{ ...F0 }} }} {fragments} fragment F5000 on Unit {{ name }}"));
    }

    [Fact]
    public void The_order_in_which_selection_sets_meet_does_not_matter() =>
        Assert.Equal((true, 14), Check(
            """
            { a: owner { ...A ...B } b: owner { ...B ...A } }
            fragment A on Unit { parent { x: name parent { y: name } } }
            fragment B on Unit { parent { z: name } }
            """));

    [Fact]
    public void It_stops_at_the_first_conflict() =>
        Assert.Equal((false, 3), Check($"{{ plans {{ a: id a: year {Repeat(10_000, i => $"b{i}: id")} }} }}"));

    [Fact]
    public void It_does_not_know_that_fields_of_objects_that_never_meet_never_meet_either() =>
        Assert.False(Check("{ found { ... on Plan { lead { x: name } } ... on Task { lead { x: secret } } } }").Passes);

    [Fact]
    public void It_stops_when_its_budget_is_used_up() =>
        Assert.Equal((false, 101), Check($"{{ plans {{ {Repeat(10_000, _ => "id")} }} }}", maxWork: 100));
}
