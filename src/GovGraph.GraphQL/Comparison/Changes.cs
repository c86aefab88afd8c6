using System.Collections.Immutable;

namespace GovGraph.GraphQL.Comparison;

/// <summary>Collects changes, and finds what was removed, added and kept in lists of named things.</summary>
internal sealed class Changes
{
    private readonly List<SchemaChange> _found = [];

    public void Breaking(string coordinate, string description) => _found.Add(new(Impact.Breaking, coordinate, description));

    public void Dangerous(string coordinate, string description) => _found.Add(new(Impact.Dangerous, coordinate, description));

    public void Safe(string coordinate, string description) => _found.Add(new(Impact.Safe, coordinate, description));

    /// <summary>The worst first, then by coordinate, then as found.</summary>
    public ImmutableArray<SchemaChange> InOrder() =>
        [.. _found.OrderByDescending(change => change.Impact).ThenBy(change => change.Coordinate, StringComparer.Ordinal)];

    public void Description(string coordinate, string? before, string? after)
    {
        if (before == after) return;
        Safe(coordinate, before is null ? "The description was added." : after is null ? "The description was removed." : "The description changed.");
    }

    public void Deprecation(string coordinate, string? before, string? after)
    {
        if (before == after) return;
        Safe(coordinate, (before, after) switch
        {
            (null, _) => $"It is deprecated now: {after}",
            (_, null) => "It is no longer deprecated.",
            _ => $"The reason of its deprecation changed from \"{before}\" to \"{after}\".",
        });
    }

    public static void ByName<T>(
        IEnumerable<T> before, IEnumerable<T> after, Func<T, string> nameOf, Action<T> removed, Action<T> added, Action<T, T>? kept = null)
    {
        var remaining = after.ToDictionary(nameOf);
        foreach (var old in before)
        {
            if (remaining.Remove(nameOf(old), out var same)) kept?.Invoke(old, same);
            else removed(old);
        }

        foreach (var fresh in after.Where(candidate => remaining.ContainsKey(nameOf(candidate)))) added(fresh);
    }
}
