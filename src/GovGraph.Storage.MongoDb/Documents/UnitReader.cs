using System.Text;
using GovGraph.Plans;
using GovGraph.Plans.Units;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>A unit as a query finds it.</summary>
/// <param name="Unit">Without the units above and below it.</param>
/// <param name="UnderId">The unit that it stands under.</param>
/// <param name="IsLayered">Whether its body has units that stand under others.</param>
/// <param name="Figures">The figures of its summary that were asked for, each under its name: whole numbers and days.</param>
internal sealed record UnitRow(Unit Unit, string? UnderId, bool IsLayered, Dictionary<string, object> Figures);

/// <summary>Makes a unit of the spellings that all plans of its body have for it, the latest plan last: that one's name is the unit's.</summary>
internal static class UnitReader
{
    public static UnitRow Read(ReadOnlySpan<byte> document)
    {
        var (id, issuer, spellings) = ("", (Issuer?)null, new List<string>());
        var (name, underId, isLayered) = ("", (string?)null, false);
        var figures = new Dictionary<string, object>();
        var members = new BsonReader(document);
        while (members.Next())
        {
            if (members.Is("_id"u8))
                id = members.String();
            else if (members.Is("under"u8) && members.Type == BsonType.String)
                underId = members.String();
            else if (members.Is("isLayered"u8))
                isLayered = members.Boolean();
            else if (members.Is("issuer"u8))
                issuer = ReadIssuer(members.Enter());
            else if (members.Is("spellings"u8))
                name = ReadSpellings(members.Enter(), spellings);
            else if (members.Name.StartsWith("f"u8) && !members.IsNull)
                figures.Add(Encoding.UTF8.GetString(members.Name), members.Type == BsonType.DateTime ? members.Date() : (int)members.Int64());
        }
        var unit = new Unit
        {
            Id = id,
            Name = name,
            Aliases = [.. spellings.Where(spelling => spelling != name).Distinct()],
            Issuer = issuer ?? throw new BsonException("'issuer' is missing."),
        };
        return new UnitRow(unit, underId, isLayered, figures);
    }

    private static string ReadSpellings(BsonReader plans, List<string> spellings)
    {
        var latest = "";
        while (plans.Next())
        {
            var members = plans.Enter();
            while (members.Next())
            {
                if (members.Is("name"u8))
                    spellings.Add(latest = members.String());
                else if (members.Is("aliases"u8))
                    spellings.AddRange(Texts(members.Enter()));
            }
        }
        return latest;
    }

    private static Issuer ReadIssuer(BsonReader members)
    {
        var (id, name, place, superior) = ("", "", "", new List<string>());
        while (members.Next())
        {
            if (members.Is("id"u8))
                id = members.String();
            else if (members.Is("name"u8))
                name = members.String();
            else if (members.Is("place"u8))
                place = members.String();
            else if (members.Is("superior"u8))
                superior = Texts(members.Enter());
        }
        return new Issuer { Id = id, Name = name, Place = place, Superior = [.. superior] };
    }

    private static List<string> Texts(BsonReader items)
    {
        var texts = new List<string>();
        while (items.Next())
            texts.Add(items.String());
        return texts;
    }
}
