using System.Collections.Immutable;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Validation;
using GovGraph.GraphQL.Validation.Merging;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation;

/// <summary>Documents made to cost much. Where a rule's work can outgrow the document, a small budget that suffices shows that it does not.</summary>
public sealed class HostileDocumentTests
{
    private const string TooManyErrors = "Too many validation errors, error limit reached. Validation aborted.";

    private static string Repeat(int count, Func<int, string> part) => string.Join(' ', Enumerable.Range(0, count).Select(part));

    private static ImmutableArray<GraphQLError> Validate(string query, int maxWork) =>
        RuleTest.Validate(query, ValidationOptions.SpecificationOnly with { MaxWork = maxWork });

    [Fact]
    public void Sizes_are_limited_by_default() => Assert.Equal(
        ["This operation uses 10000 aliases; at most 500 are allowed.", "This operation selects 10001 fields; at most 5000 are allowed."],
        RuleTest.Validate($"{{ plans {{ {Repeat(10_000, i => $"a{i}: id")} }} }}").Select(error => error.Message).Order(StringComparer.Ordinal).Reverse());

    [Fact]
    public void A_fragment_bomb_is_measured_not_spread() => Assert.Equal(
        ["MAX_FIELDS", "MAX_ALIASES"],
        RuleTest.Validate($"{{ owner {{ ...F0 }} }} {Repeat(30, i => $"fragment F{i} on Unit {{ a: parent {{ ...F{i + 1} }} b: parent {{ ...F{i + 1} }} }}")} fragment F30 on Unit {{ name }}")
            .Select(error => error.Code));

    [Fact]
    public void Ten_thousand_aliases_may_be_valid() =>
        Assert.Empty(Validate($"{{ plans {{ {Repeat(10_000, i => $"a{i}: id")} }} }}", 10_001));

    [Fact]
    public void Ten_thousand_variables_may_be_valid() => Assert.Empty(Validate(
        $"query ({Repeat(10_000, i => $"$v{i}: Int")}) {{ plans(where: {{ and: [{Repeat(10_000, i => $"{{ year: $v{i} }}")}] }}) {{ id }} }}",
        10));

    [Fact]
    public void Ten_thousand_arguments_are_looked_up_by_name()
    {
        var errors = Validate($"{{ scale({Repeat(10_000, i => $"a{i}: 1")}) scale({Repeat(10_000, i => $"a{9_999 - i}: 1")}) }}", 20_002);

        Assert.Equal(101, errors.Length);
        Assert.All(errors[..100], error => Assert.Equal("KnownArgumentNames", error.Rule));
        Assert.Equal(TooManyErrors, errors[100].Message);
    }

    [Fact]
    public void Ten_thousand_directives_are_looked_up_by_name() =>
        Assert.Equal(101, Validate($"{{ __typename {Repeat(10_000, _ => "@once")} }}", 10).Length);

    [Fact]
    public void Nested_a_thousand_deep_a_document_may_be_valid()
    {
        const int Depth = 1_000;
        var query = $"{{ owner {{ ... on Unit {{ {Repeat(Depth, _ => "parent {")} name {Repeat(Depth, _ => "}")} }} }} }}";
        var document = Parser.Parse(query, ParserLimits.Trusted with { MaxDepth = Depth + 10 }).Node!;

        Assert.Empty(Validator.Validate(RuleTest.Schema, document, ValidationOptions.SpecificationOnly, TestContext.Current.CancellationToken));
        Assert.Equal("MAX_DEPTH", Assert.Single(Validator.Validate(RuleTest.Schema, document, cancellation: TestContext.Current.CancellationToken)).Code);
    }

    [Fact]
    public void A_chain_of_fragments_may_be_as_long_as_the_document() => Assert.Empty(Validate(
        $"query ($x: Boolean!) {{ ...F0 }} {Repeat(5_000, i => $"fragment F{i} on Query {{ ...F{i + 1} }}")} fragment F5000 on Query {{ __schema {{ types {{ name @skip(if: $x) }} }} }}",
        10_010));

    [Fact]
    public void A_cycle_of_fragments_may_be_so_too()
    {
        var errors = Validate($"{{ ...F0 }} {Repeat(5_000, i => $"fragment F{i} on Query {{ ...F{(i + 1) % 5_000} }}")}", 10_010);

        var error = Assert.Single(errors);
        Assert.Equal("NoFragmentCycles", error.Rule);
        Assert.Equal(100, error.Locations.Length);
    }

    [Fact]
    public void Fragments_that_all_spread_each_other_report_a_hundred_cycles() =>
        Assert.Equal(101, Validate($"{{ ...F0 }} {Repeat(100, i => $"fragment F{i} on Query {{ {Repeat(100, j => $"...F{j}")} }}")}", 20_000).Length);

    [Fact]
    public void Many_operations_over_many_fragments_are_refused()
    {
        var operations = Repeat(1_000, i => $"query Q{i} {{ ...F0 }}");
        var fragments = Repeat(1_000, i => $"fragment F{i} on Query {{ ...F{i + 1} }}");

        var error = Assert.Single(Validate($"{operations} {fragments} fragment F1000 on Query {{ __typename }}", 100_000));

        Assert.Equal("Validating this document takes more than 100000 steps. Send fewer operations, or spread fewer fragments in them.", error.Message);
        Assert.Equal("TOO_MUCH_VALIDATION_WORK", error.Code);
    }

    [Fact]
    public void Where_other_fields_meet_on_every_way_the_quick_check_gives_up_and_the_search_does_not()
    {
        // Each x on the way starts one more chain of fragments, so that the fragments that meet tell where the last 16 x were: 65,536 sets of them.
        const int Levels = 16;
        var loop = Repeat(2 * Levels, i => $"fragment L{i} on Unit {{ x: parent {{ ...L{i + 1} ...C1 }} y: head {{ ...L{i + 1} }} }}");
        var chain = Repeat(Levels, i => $"fragment C{i} on Unit {{ x: parent {{ ...C{i + 1} }} y: head {{ ...C{i + 1} }} }}");
        var query = $"{{ owner {{ ...L0 ...C0 }} }} {loop} fragment L{2 * Levels} on Unit {{ name }} {chain} fragment C{Levels} on Unit {{ name }}";

        var budget = new WorkBudget(100_000);
        var context = new ValidationContext(RuleTest.Schema, RuleTest.Parse(query), ValidationOptions.Default, TestContext.Current.CancellationToken);
        Assert.False(new MergeCheck(context, budget).Passes());
        Assert.True(budget.IsExhausted);
        Assert.Empty(Validate(query, 10_000));
    }

    [Fact]
    public void Fields_that_take_too_long_to_compare_are_refused()
    {
        var error = Assert.Single(Validate(
            $"{{ found {{ ... on Plan {{ lead {{ x: name }} }} ... on Task {{ lead {{ x: secret }} }} {Repeat(200, _ => "... on Node { id }")} }} }}",
            2_000));

        Assert.Equal("HC0107", error.Code);
        Assert.Equal("Comparing the overlapping fields of this document takes more than 2000 steps. Select each field once, or use different aliases.", error.Message);
    }

    [Fact]
    public void Nor_are_fields_compared_that_nest_too_deep_by_way_of_fragments()
    {
        var fragments = Repeat(1_000, i => $"fragment A{i} on Unit {{ parent {{ ...A{i + 1} }} }} fragment B{i} on Unit {{ parent {{ ...B{i + 1} }} }}");

        var errors = Validate($"{{ owner {{ ...A0 ...B0 }} }} {fragments} fragment A1000 on Unit {{ x: name }} fragment B1000 on Unit {{ x: secret }}", 100_000);

        Assert.Equal("HC0107", Assert.Single(errors).Code);
    }

    [Fact]
    public void Conflicts_beyond_the_limit_are_not_looked_for() =>
        Assert.Equal(101, Validate($"{{ plans {{ {Repeat(2_000, i => $"a: {(i % 2 == 0 ? "id" : "year")}")} }} }}", 250_000).Length);

    [Fact]
    public void When_the_budget_ends_after_a_conflict_that_is_what_is_told()
    {
        var error = Assert.Single(Validate($"{{ plans {{ a: id a: year {Repeat(5_000, _ => "b: id")} }} }}", 1_000));

        Assert.StartsWith("Fields \"a\" conflict because", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conflict_with_many_parts_is_told_in_few_words()
    {
        var one = Repeat(500, i => $"a{i}: name");
        var other = Repeat(500, i => $"a{i}: secret");

        var error = Assert.Single(Validate($"{{ owner {{ ... on Unit {{ {one} }} }} owner {{ ... on Unit {{ {other} }} }} }}", 10_000));

        Assert.InRange(error.Message.Length, 1_000, 1_300);
        Assert.Equal(40, error.Locations.Length);
    }

    [Fact]
    public void A_long_name_is_not_sent_back_again_and_again()
    {
        var name = new string('x', 100_000);

        var errors = Validate($"query {name} {{ plans {{ title(short: $a) {Repeat(99, i => $"a{i}: title(short: $a)")} }} }}", 200);

        Assert.Equal(100, errors.Length);
        Assert.All(errors, error => Assert.InRange(error.Message.Length, 1, 2_001));
    }

    [Fact]
    public void A_caller_who_has_gone_away_is_not_served() => Assert.Throws<OperationCanceledException>(
        () => Validator.Validate(RuleTest.Schema, RuleTest.Parse("{ __typename }"), null, new CancellationToken(canceled: true)));
}
