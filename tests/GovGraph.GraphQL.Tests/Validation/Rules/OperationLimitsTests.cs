using GovGraph.GraphQL.Validation;
using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class OperationLimitsTests
{
    private static void Valid(string query, ValidationOptions options) => RuleTest.Valid<OperationLimits>(query, options);

    private static void Invalid(string query, ValidationOptions options, params string[] errors) =>
        RuleTest.Invalid<OperationLimits>(query, options, errors);

    [Fact]
    public void Depth_counts_fields_below_each_other()
    {
        const string Query = "query Deep { owner { ... on Unit { parent { ...F } } } } fragment F on Unit { head { name } }";

        Valid(Query, new() { MaxDepth = 4 });
        Invalid(Query, new() { MaxDepth = 3 }, "1:1 Operation \"Deep\" nests its fields 4 deep; at most 3 are allowed.");
    }

    [Fact]
    public void Fields_count_wherever_their_fragment_is_spread()
    {
        const string Query = "{ plans { ...F a: id } more: plans { ...F } } fragment F on Plan { id year }";

        Valid(Query, new() { MaxFields = 7 });
        Invalid(Query, new() { MaxFields = 6 }, "1:1 This operation selects 7 fields; at most 6 are allowed.");
    }

    [Fact]
    public void Aliases_count_likewise()
    {
        const string Query = "{ a: plans { ...F } b: plans { ...F } } fragment F on Plan { c: id year }";

        Valid(Query, new() { MaxAliases = 4 });
        Invalid(Query, new() { MaxAliases = 3 }, "1:1 This operation uses 4 aliases; at most 3 are allowed.");
    }

    [Fact]
    public void Directives_count_on_operations_fields_and_fragments()
    {
        const string Query = "query @once { plans @once { ...F @once ... @once { id @tag(name: \"a\") @tag(name: \"b\") } } } fragment F on Plan @once { id }";

        Valid(Query, new() { MaxDirectives = 7 });
        Invalid(Query, new() { MaxDirectives = 6 }, "1:1 This operation uses 7 directives; at most 6 are allowed.");
    }

    [Fact]
    public void Each_operation_counts_by_itself() => Invalid(
        "query A { plans { id } } query B { plans { id year } } query C { plans { id title } }",
        new() { MaxFields = 2 },
        "1:26 Operation \"B\" selects 3 fields; at most 2 are allowed.",
        "1:56 Operation \"C\" selects 3 fields; at most 2 are allowed.");

    [Fact]
    public void Errors_carry_a_code_and_end_validation()
    {
        var errors = RuleTest.Validate(
            "{ a: unknown b: unknown @unknown { deep } }",
            new() { MaxDepth = 1, MaxFields = 1, MaxAliases = 1, MaxDirectives = 0 });

        Assert.Equal(["MAX_DEPTH", "MAX_FIELDS", "MAX_ALIASES", "MAX_DIRECTIVES"], errors.Select(error => error.Code));
    }

    [Fact]
    public void Fragments_that_spread_themselves_are_measured_once() =>
        Valid("{ ...A } fragment A on Query { owner { __typename } ...B } fragment B on Query { ...A }", new() { MaxFields = 2, MaxDepth = 2 });

    [Fact]
    public void Counts_may_exceed_every_number()
    {
        var fragments = Enumerable.Range(0, 100).Select(i => $"fragment F{i} on Unit {{ a: head {{ ...F{i + 1} }} b: head {{ ...F{i + 1} }} }}");

        Invalid(
            $"{{ owner {{ ...F0 }} }} {string.Join(' ', fragments)} fragment F100 on Unit {{ name }}",
            new() { MaxDepth = 1_000, MaxAliases = int.MaxValue },
            "1:1 This operation selects at least 1000000000000 fields; at most 5000 are allowed.",
            "1:1 This operation uses at least 1000000000000 aliases; at most 2147483647 are allowed.");
    }
}
