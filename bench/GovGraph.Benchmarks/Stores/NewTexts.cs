using System.Globalization;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Benchmarks.Stores;

/// <summary>The same document with a number behind each text that somebody wrote for this plan: titles, points, targets, results, notes.</summary>
internal static class NewTexts
{
    public static byte[] Of(byte[] document, int number)
    {
        using var writer = new BsonWriter();
        writer.Begin();
        Copy(writer, new BsonReader(document), number, isList: false);
        return writer.End().Written.ToArray();
    }

    private static void Copy(BsonWriter writer, BsonReader members, int number, bool isList)
    {
        while (members.Next())
        {
            var name = isList ? default : members.Name;
            if (members.Type is BsonType.Document or BsonType.Array)
            {
                _ = members.Type == BsonType.Array ? writer.BeginArray(name) : writer.BeginDocument(name);
                Copy(writer, members.Enter(), number, members.Type == BsonType.Array);
                writer.End();
            }
            else if (members.Type == BsonType.String && (isList || IsOwn(members)))
            {
                writer.String(name, string.Create(CultureInfo.InvariantCulture, $"{members.String()} {number}"));
            }
            else
            {
                writer.Raw(name, members.Type, members.Value);
            }
        }
    }

    private static bool IsOwn(BsonReader member) =>
        member.Is("title"u8) || member.Is("target"u8) || member.Is("expectedResult"u8) || member.Is("note"u8) || member.Is("statusNote"u8) || member.Is("id"u8);
}
