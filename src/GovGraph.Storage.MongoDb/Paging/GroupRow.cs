using System.Text;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Paging;

/// <summary>A group as the server counts it: what its key holds and what it counts, each by its name.</summary>
/// <param name="Key">Texts, whole numbers and days; what is null is not there.</param>
/// <param name="Counts">Whole numbers.</param>
internal sealed record GroupRow(Dictionary<string, object> Key, Dictionary<string, long> Counts)
{
    public static GroupRow Read(ReadOnlySpan<byte> document)
    {
        var row = new GroupRow([], []);
        var members = new BsonReader(document);
        while (members.Next())
        {
            if (members.Is("_id"u8))
                row.ReadKey(members.Enter());
            // The values that the groups are sorted by stand beside their counts: k0, k1 …
            else if (!members.Is("progress"u8) && !members.Name.StartsWith("k"u8))
                row.Counts.Add(Encoding.UTF8.GetString(members.Name), members.Int64());
        }
        return row;
    }

    /// <summary>The id that a member of the key holds.</summary>
    public string? Id(string member) => (string?)Key.GetValueOrDefault(member);

    /// <summary>The whole number that a member of the key holds.</summary>
    public int? Number(string member) => Key.TryGetValue(member, out var number) ? (int)(long)number : null;

    public DateOnly? Day(string member) => (DateOnly?)Key.GetValueOrDefault(member);

    public int Count(string name) => (int)Counts[name];

    private void ReadKey(BsonReader members)
    {
        while (members.Next())
        {
            if (members.IsNull)
                continue;
            Key.Add(Encoding.UTF8.GetString(members.Name), members.Type switch
            {
                BsonType.String => members.String(),
                BsonType.DateTime => members.Date(),
                _ => members.Int64(),
            });
        }
    }
}
