using GovGraph.Plans;
using GovGraph.Plans.Units;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>How another plan of the same body spells a unit, as it is compared: kept beside the plan, so that the unit is found by it here too.</summary>
/// <param name="Unit">The unit's id.</param>
/// <param name="Key">The spelling.</param>
internal readonly record struct Spelling(string Unit, string Key)
{
    public const string Path = "spellings";

    public static ReadOnlySpan<byte> Member => "spellings"u8;

    public static void Teach(Plan plan, ReadOnlySpan<byte> document)
    {
        foreach (var spelling in Read(document))
        {
            if (plan.Units.FirstOrDefault(unit => unit.Id == spelling.Unit) is { } unit)
                unit.LearnSpellings(new Unit { Id = unit.Id, Name = spelling.Key, Issuer = unit.Issuer });
        }
    }

    public static List<Spelling> Read(ReadOnlySpan<byte> document)
    {
        var spellings = new List<Spelling>();
        if (!BsonReader.TryFind(document, Member, out var list))
            return spellings;
        var items = list.Enter();
        while (items.Next())
            if (BsonReader.TryFind(items.Value, "unit"u8, out var unit) && BsonReader.TryFind(items.Value, "key"u8, out var key))
                spellings.Add(new Spelling(unit.String(), key.String()));
        return spellings;
    }
}
