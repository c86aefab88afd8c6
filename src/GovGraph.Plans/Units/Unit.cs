using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace GovGraph.Plans.Units;

/// <summary>An office, post or group of people that a plan gives work to. It belongs to one issuing body.</summary>
public sealed class Unit : INode
{
    private string[]? keys;

    /// <summary><c>&lt;issuer id&gt;/&lt;slug of the name&gt;</c>: the same in all plans of one body.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The other printed spellings.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public required Issuer Issuer { get; init; }

    /// <summary>The unit that it stands under; null where the plan's file names none.</summary>
    public Unit? Under { get; private set; }

    /// <summary>The units directly under it.</summary>
    public ImmutableArray<Unit> Units { get; private set; } = [];

    /// <summary>Whether the plan's file lists the unit, or only a cell names it.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>Its name and aliases as they are compared, with those that other plans of its body give it.</summary>
    public ImmutableArray<string> Keys => ImmutableCollectionsMarshal.AsImmutableArray(keys ??= [UnitName.Key(Name), .. Aliases.Select(UnitName.Key)]);

    /// <summary>Puts units under others, or under none: each knows the one above it and those below. One that would come to stand under itself stays where it is.</summary>
    /// <param name="units">Units that stand under none so far.</param>
    /// <param name="above">The one above each of them, in the same order.</param>
    public static void Arrange(IEnumerable<Unit> units, IEnumerable<Unit?> above)
    {
        foreach (var (unit, over) in units.Zip(above))
        {
            if (over is not null && !over.StandsUnder(unit))
            {
                unit.Under = over;
                over.Units = over.Units.Add(unit);
            }
        }
    }

    private bool StandsUnder(Unit other)
    {
        var unit = this;
        while (unit is not null && unit != other)
        {
            unit = unit.Under;
        }

        return unit is not null;
    }

    /// <summary>
    /// Makes it findable by the spellings of the same unit in another plan. They are no part of this plan, so neither its
    /// aliases nor its file change.
    /// </summary>
    public void LearnSpellings(Unit sameUnit) => keys = [.. Keys.Union(sameUnit.Keys)];

    /// <summary>Whether that is its id, or its name or an alias as a whole; case, white space and kinds of dashes do not matter.</summary>
    public bool Matches(string nameOrAliasOrId) => nameOrAliasOrId == Id || Keys.Contains(UnitName.Key(nameOrAliasOrId));
}
