using GovGraph.GraphQL.Comparison;
using GovGraph.GraphQL.Types;
using Xunit;

namespace GovGraph.GraphQL.Tests.Comparison;

/// <summary>What tests of comparisons have in common: two schemas in, "impact coordinate: sentence" out.</summary>
internal static class ComparisonTest
{
    private const string Query = "type Query { a: Int }\n";

    public static void Changes(string before, string after, params string[] expected)
    {
        var changes = SchemaComparison.Compare(Build(before), Build(after));
        Assert.Equal(expected, changes.Select(change => $"{change.Impact} {change}"));
    }

    /// <summary>Without a query type of its own a text gets one.</summary>
    private static Schema Build(string sdl)
    {
        var result = SchemaBuilder.Build(sdl.Contains("Query", StringComparison.Ordinal) ? sdl : Query + sdl);
        Assert.True(result.IsBuilt, string.Join('\n', result.Errors.Select(error => error.Message)));
        return result.Schema;
    }
}
