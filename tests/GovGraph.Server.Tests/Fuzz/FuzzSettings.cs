using System.Globalization;

namespace GovGraph.Server.Tests.Fuzz;

/// <summary>What tests/fuzz.sh asks for; without it, few inputs of a seed that is always the same.</summary>
/// <param name="Inputs">How many.</param>
/// <param name="Seed">Which.</param>
/// <param name="Only">The name of the one input to send again, as findings name it: <c>asking/17</c>; null for all.</param>
internal sealed record FuzzSettings(int Inputs, ulong Seed, string? Only)
{
    private const int InTheSuite = 1500;

    public bool IsLong => Inputs > InTheSuite;

    public static FuzzSettings Read() => new(
        Number("GOVGRAPH_FUZZ_INPUTS") is { } inputs ? (int)inputs : InTheSuite,
        Number("GOVGRAPH_FUZZ_SEED") ?? 1,
        Environment.GetEnvironmentVariable("GOVGRAPH_FUZZ_ONLY") is { Length: > 0 } only ? only : null);

    private static ulong? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : null;
}
