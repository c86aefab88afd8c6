using System.Collections.Frozen;
using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Units;

namespace GovGraph.Storage.Memory;

/// <summary>The units of all plans, by id. A unit that several plans of its body name is one, with the name that the latest plan gives it.</summary>
internal sealed class MergedUnits
{
    private readonly FrozenDictionary<string, Unit> byId;
    private readonly Lazy<Dictionary<Unit, int>> places;

    private MergedUnits(ImmutableArray<Unit> all)
    {
        All = all;
        byId = all.ToFrozenDictionary(unit => unit.Id);
        places = new(() => all.Select((unit, place) => (unit, place)).ToDictionary(item => item.unit, item => item.place));
    }

    /// <summary>In the order of their ids.</summary>
    public ImmutableArray<Unit> All { get; }

    /// <summary>Where one of them stands among all.</summary>
    public int PlaceOf(Unit unit) => places.Value[unit];

    public static MergedUnits Of(ImmutableArray<Plan> plans) => new(
    [
        .. plans.OrderBy(plan => plan.Year).GroupBy(plan => plan.Issuer.Id)
            .SelectMany(body => body.Skip(1).Any() ? Merge([.. body.SelectMany(plan => plan.Units)]) : body.First().Units)
            .OrderBy(unit => unit.Id, StringComparer.Ordinal),
    ]);

    public Unit? GetValueOrDefault(string id) => byId.GetValueOrDefault(id);

    // What the latest plan says holds: then no unit comes to stand, by way of others, under itself.
    private static ImmutableArray<Unit> Merge(ImmutableArray<Unit> body)
    {
        var latest = new Dictionary<string, Unit>();
        foreach (var unit in body)
        {
            latest[unit.Id] = unit;
        }

        var merged = body.GroupBy(unit => unit.Id).ToDictionary(spellings => spellings.Key, spellings => Merge(latest[spellings.Key], [.. spellings]));
        Unit.Arrange(merged.Values, merged.Keys.Select(id => latest[id].Under is { } above ? merged[above.Id] : null));
        return [.. merged.Values];
    }

    private static Unit Merge(Unit latest, ImmutableArray<Unit> spellings)
    {
        var merged = new Unit
        {
            Id = latest.Id,
            Name = latest.Name,
            Aliases = [.. spellings.SelectMany(unit => unit.Aliases.Insert(0, unit.Name)).Where(name => name != latest.Name).Distinct()],
            Issuer = latest.Issuer,
        };

        // A spelling of one plan finds the unit in the others too.
        foreach (var unit in spellings.Length == 1 ? [] : spellings)
        {
            unit.LearnSpellings(merged);
        }

        return merged;
    }
}
