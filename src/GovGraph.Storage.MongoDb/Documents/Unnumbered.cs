using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>A change of a plan that has no number in the feed yet: written with the change, taken away when it is numbered.</summary>
/// <param name="ChangeId">The record in the plan's history.</param>
/// <param name="At">When the store was given it, by its caller's clock; with several, the older one is numbered first.</param>
internal readonly record struct Unnumbered(string ChangeId, DateTimeOffset At)
{
    public const string Path = "unnumbered";

    public static ReadOnlySpan<byte> Member => "unnumbered"u8;

    public void Write(BsonWriter writer) => writer.String("id"u8, ChangeId).DateTime("at"u8, At);

    public static void WriteAll(BsonWriter writer, IEnumerable<PlanChange> changes, DateTimeOffset? at = null)
    {
        writer.BeginArray(Member);
        foreach (var change in changes)
        {
            writer.BeginDocument();
            new Unnumbered(change.Id, at ?? change.Record.At).Write(writer);
            writer.End();
        }
        writer.End();
    }

    public static Dictionary<string, DateTimeOffset> Read(ReadOnlySpan<byte> document)
    {
        var found = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        if (!BsonReader.TryFind(document, Member, out var list))
            return found;
        for (var items = list.Enter(); items.Next();)
            if (BsonReader.TryFind(items.Value, "id"u8, out var id) && BsonReader.TryFind(items.Value, "at"u8, out var at))
                found[id.String()] = at.DateTime();
        return found;
    }
}
