using System.Buffers;
using System.Collections.Immutable;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Units;

/// <summary>The units of one plan, found by any of their spellings. A name that it does not know becomes a unit of its own.</summary>
internal sealed class UnitRegister(Issuer issuer)
{
    // Plans of one program name the same units.
    private static readonly Remembered<string> Keys = new((name, _) => UnitName.Key(name));
    private static readonly Remembered<string> Slugs = new((name, _) => UnitName.Slug(name));

    private readonly List<Unit> units = [];
    private readonly Dictionary<string, Unit> byKey = [];
    private readonly HashSet<string> ids = [];

    public ImmutableArray<Unit> Units => [.. units];

    public Unit Add(string name, ImmutableArray<string> aliases, bool listed = true)
    {
        var unit = new Unit { Id = FreeId(name), Name = name, Aliases = aliases, Issuer = issuer, IsListed = listed };
        units.Add(unit);
        byKey.TryAdd(Keys.Of(name), unit);
        foreach (var alias in aliases)
        {
            byKey.TryAdd(Keys.Of(alias), unit);
        }

        return unit;
    }

    public Unit? Find(ReadOnlySpan<char> name)
    {
        var rented = name.Length <= FoldedText.OnStack ? null : ArrayPool<char>.Shared.Rent(name.Length);
        Span<char> key = rented ?? stackalloc char[FoldedText.OnStack];
        byKey.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key[..UnitName.Key(name, key)], out var unit);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return unit;
    }

    public Unit FindOrAdd(string name) => Find(name) ?? Add(char.ToUpperInvariant(name[0]) + name[1..], [], listed: false);

    // Names that differ in their marks only share a slug.
    private string FreeId(string name)
    {
        var slug = Slugs.Of(name);
        var id = $"{issuer.Id}/{slug}";
        for (var next = 2; !ids.Add(id); next++)
        {
            id = $"{issuer.Id}/{slug}-{next}";
        }

        return id;
    }
}
