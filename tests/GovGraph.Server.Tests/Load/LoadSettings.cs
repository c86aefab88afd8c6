using System.Globalization;

namespace GovGraph.Server.Tests.Load;

/// <summary>What tests/load.sh asks for; without it, few changes of a seed that is always the same.</summary>
/// <param name="Duration">How long clients send; null where each sends <see cref="ChangesEach"/>.</param>
/// <param name="Seed">Which changes, and where lines are cut.</param>
internal sealed record LoadSettings(TimeSpan? Duration, int Seed)
{
    public const int Clients = 64;

    public int ChangesEach => Duration is null ? 4 : int.MaxValue;

    public int Kills => Duration is null ? 1 : 3;

    public int Plans => Duration is null ? 5 : 40;

    public static LoadSettings Read() => new(
        Number("GOVGRAPH_LOAD_SECONDS") is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        Number("GOVGRAPH_LOAD_SEED") ?? 1);

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
