using System.Collections.Immutable;

namespace GovGraph.Plans.Units;

/// <summary>The units of one plan, found by any of their spellings. A name that it does not know becomes a unit of its own.</summary>
internal sealed class UnitRegister(Issuer issuer)
{
    private readonly List<Unit> units = [];
    private readonly Dictionary<string, Unit> byKey = [];
    private readonly HashSet<string> ids = [];

    public ImmutableArray<Unit> Units => [.. units];

    public Unit Add(string name, ImmutableArray<string> aliases, bool listed = true)
    {
        var unit = new Unit { Id = FreeId(name), Name = name, Aliases = aliases, Issuer = issuer, IsListed = listed };
        units.Add(unit);
        byKey.TryAdd(UnitName.Key(name), unit);
        foreach (var alias in aliases)
        {
            byKey.TryAdd(UnitName.Key(alias), unit);
        }

        return unit;
    }

    public Unit? Find(string name) => byKey.GetValueOrDefault(UnitName.Key(name));

    public Unit FindOrAdd(string name) => Find(name) ?? Add(char.ToUpperInvariant(name[0]) + name[1..], [], listed: false);

    // Names that differ in their marks only share a slug.
    private string FreeId(string name)
    {
        var id = $"{issuer.Id}/{UnitName.Slug(name)}";
        for (var next = 2; !ids.Add(id); next++)
        {
            id = $"{issuer.Id}/{UnitName.Slug(name)}-{next}";
        }

        return id;
    }
}
