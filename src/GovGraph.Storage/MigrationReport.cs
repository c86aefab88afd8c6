using System.Collections.Immutable;

namespace GovGraph.Storage;

/// <summary>What bringing a store up to date did, or would do.</summary>
/// <param name="Plans">How many plans there are.</param>
/// <param name="Renewed">Those that were written anew.</param>
/// <param name="Unreadable">What is no plan, with the reason; it was left as it is.</param>
public sealed record MigrationReport(int Plans, ImmutableArray<string> Renewed, ImmutableArray<string> Unreadable);
