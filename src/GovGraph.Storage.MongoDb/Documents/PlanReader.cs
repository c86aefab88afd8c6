using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>Makes a plan of its document: the printed members are read as the plan's file holds them, and what they mean is worked out anew.</summary>
internal static class PlanReader
{
    private static readonly string[] DerivedOfTask =
    [
        "ordinal", "assignments", "search", "damage.search", "evidence.search", "evidence.state", "events.search", "extensions.search", "extensions.state", "extendedTo", "notes.search", "group.search", "group.id", "group.title", "group.budget",
        "deadline.search", "deadline.kinds", "deadline.steps", "deadline.dueDate", "deadline.firstDueDate", "deadline.isExclusive",
    ];

    /// <summary>What is never read back, so that it need not be sent.</summary>
    public static readonly string[] Derived =
    [
        "taskCount", "changes", "words", Unnumbered.Path, "search", "issuer.search", "units.search", "units.underId", "damage.search", "areas.search", "areas.damage.search", "areas.groups.search",
        "areas.components.search", "areas.components.groups.search", .. OfTasks("areas.tasks"), .. OfTasks("areas.components.tasks"),
    ];

    /// <summary>The document's plan; a document that is not one is a <see cref="StoreException"/> that names it.</summary>
    public static Plan Read(ReadOnlySpan<byte> document)
    {
        var plan = ReadPrint(document);
        Spelling.Teach(plan, document);
        return plan;
    }

    /// <summary>The plan that the document prints, without what other plans of the body have taught it. Its writer kept the rules of plan files, so they are not asked again.</summary>
    public static Plan ReadPrint(ReadOnlySpan<byte> document) => PlanBuilder.Build(ReadMembers(document));

    /// <summary>The same, also of a document that somebody else has written.</summary>
    public static Plan ReadChecked(ReadOnlySpan<byte> document)
    {
        var members = ReadMembers(document);
        var faults = new PlanFaults();
        PlanFile.Check(members, faults);
        return faults.IsEmpty ? PlanBuilder.Build(members) : throw Broken(document, $"{faults.ToImmutable()[0].Path} {faults.ToImmutable()[0].Message}.");
    }

    private static PlanDocument ReadMembers(ReadOnlySpan<byte> document)
    {
        var reader = new PrintReader();
        try
        {
            return reader.Read(new BsonReader(document));
        }
        catch (BsonException fault)
        {
            throw Broken(document, reader.Place.Length == 0 ? fault.Message : $"{reader.Place}: {fault.Message}", fault);
        }
    }

    private static StoreException Broken(ReadOnlySpan<byte> document, string reason, Exception? cause = null) =>
        new($"The document '{IdOf(document)}' of the collection '{Collections.Plans}' is not a plan: {reason} Restore it from a backup, or remove it.", cause);

    private static string IdOf(ReadOnlySpan<byte> document)
    {
        try
        {
            return BsonReader.TryFind(document, "_id"u8, out var id) ? BsonReader.Printable(id.Utf8Bytes()) : "?";
        }
        catch (BsonException)
        {
            return "?";
        }
    }

    private static IEnumerable<string> OfTasks(string path) => DerivedOfTask.Select(name => $"{path}.{name}");
}
