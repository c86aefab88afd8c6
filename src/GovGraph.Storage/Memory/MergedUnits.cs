using System.Collections.Frozen;
using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Units;

namespace GovGraph.Storage.Memory;

/// <summary>The units of all plans, by id. A unit that several plans of its body name is one, with the name that the latest plan gives it.</summary>
internal sealed class MergedUnits
{
    private readonly FrozenDictionary<string, Unit> byId;

    private MergedUnits(ImmutableArray<Unit> all)
    {
        All = all;
        byId = all.ToFrozenDictionary(unit => unit.Id);
    }

    /// <summary>In the order of their ids.</summary>
    public ImmutableArray<Unit> All { get; }

    public static MergedUnits Of(ImmutableArray<Plan> plans) => new(
    [
        .. plans.OrderBy(plan => plan.Year).SelectMany(plan => plan.Units)
            .GroupBy(unit => unit.Id).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Merge([.. group])),
    ]);

    public Unit? GetValueOrDefault(string id) => byId.GetValueOrDefault(id);

    private static Unit Merge(ImmutableArray<Unit> spellings)
    {
        var latest = spellings[^1];
        if (spellings.Length == 1)
        {
            return latest;
        }

        var merged = new Unit
        {
            Id = latest.Id,
            Name = latest.Name,
            Aliases = [.. spellings.SelectMany(unit => unit.Aliases.Insert(0, unit.Name)).Where(name => name != latest.Name).Distinct()],
            Issuer = latest.Issuer,
        };

        // A spelling of one plan finds the unit in the others too.
        foreach (var unit in spellings)
        {
            unit.LearnSpellings(merged);
        }

        return merged;
    }
}
