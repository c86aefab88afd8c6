using GovGraph.GraphQL.Types;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types;

/// <summary>What the rules for schemas have in common: SDL in, "message (line:column, …)" out.</summary>
internal static class TypeSystemRuleTest
{
    public static void Valid(string sdl) => Assert.Equal([], Errors(sdl).Select(error => error.Text));

    /// <summary>These errors, all of this rule, and no others.</summary>
    public static void Invalid(string rule, string sdl, params string[] expected)
    {
        var errors = Errors(sdl).ToList();
        Assert.Equal(expected, errors.Select(error => error.Text));
        Assert.All(errors, error => Assert.Equal(rule, error.Rule));
    }

    private static IEnumerable<(string? Rule, string Text)> Errors(string sdl) =>
        SchemaBuilder.Build(sdl).Errors.Select(error => (error.Rule, $"{error.Message} ({string.Join(", ", error.Locations)})"));
}
