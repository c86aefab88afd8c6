using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>Makes a plan of its document: the printed members become the plan's file again, and what they mean is worked out anew.</summary>
internal static class PlanReader
{
    private static readonly string[] DerivedOfTask =
    [
        "ordinal", "assignments", "search", "damage.search", "evidence.search", "group.search",
        "deadline.search", "deadline.kinds", "deadline.steps", "deadline.dueDate", "deadline.firstDueDate", "deadline.isExclusive",
    ];

    /// <summary>What is never read back, so that it need not be sent.</summary>
    public static readonly string[] Derived =
    [
        "taskCount", "changes", "search", "issuer.search", "units.search", "damage.search", "areas.search", "areas.damage.search", "areas.groups.search",
        "areas.components.search", "areas.components.groups.search", .. OfTasks("areas.tasks"), .. OfTasks("areas.components.tasks"),
    ];

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The document's plan; a document that is not one is a <see cref="StoreException"/> that names it.</summary>
    public static Plan Read(ReadOnlySpan<byte> document)
    {
        var plan = ReadPrint(document);
        Spelling.Teach(plan, document);
        return plan;
    }

    /// <summary>The plan that the document prints, without what other plans of the body have taught it.</summary>
    public static Plan ReadPrint(ReadOnlySpan<byte> document)
    {
        var json = new ArrayBufferWriter<byte>(document.Length);
        var id = "?";
        try
        {
            id = BsonReader.TryFind(document, "_id"u8, out var found) ? found.String() : throw new BsonException("'_id' is missing.");
            using (var writer = new Utf8JsonWriter(json, Options))
                Plan(writer, new BsonReader(document));
        }
        catch (BsonException fault)
        {
            throw Broken(id, fault.Message, fault);
        }
        var reading = PlanFile.Read(json.WrittenSpan);
        return reading.Plan ?? throw Broken(id, $"{reading.Faults[0].Path} {reading.Faults[0].Message}");
    }

    private static StoreException Broken(string id, string reason, Exception? cause = null) =>
        new($"The document '{id}' of the collection '{Collections.Plans}' is not a plan: {reason}. Restore it from a backup, or remove it.", cause);

    private static IEnumerable<string> OfTasks(string path) => DerivedOfTask.Select(name => $"{path}.{name}");

    private static void Plan(Utf8JsonWriter writer, BsonReader members)
    {
        writer.WriteStartObject();
        while (members.Next())
        {
            if (members.Is("_id"u8))
                writer.WriteString("id"u8, members.Utf8Bytes());
            else if (members.Is("schemaVersion"u8))
                WriteSchemaVersion(writer, members);
            else if (members.Is("date"u8))
                Object(writer, members, without: "date"u8);
            else if (members.Is("budget"u8))
                Printed(writer, members, "text"u8);
            else if (members.Is("units"u8))
                List(writer, members, Unit);
            else if (members.Is("areas"u8))
                List(writer, members, Area);
            else if (!members.Is("taskCount"u8) && !members.Is("changes"u8) && !members.Is(Spelling.Member))
                Member(writer, members);
        }
        writer.WriteEndObject();
    }

    private static void WriteSchemaVersion(Utf8JsonWriter writer, BsonReader member)
    {
        if (member.Int64() != PlanBson.SchemaVersion)
            throw new BsonException($"schemaVersion {member.Int64()} is of another version of this program, which writes {PlanBson.SchemaVersion}; run the one that wrote it, or migrate");
        writer.WriteNumber("schemaVersion"u8, PlanBson.SchemaVersion);
    }

    /// <summary>Areas, components and headings: their ids follow from their codes.</summary>
    private static void Area(Utf8JsonWriter writer, BsonReader members)
    {
        writer.WriteStartObject();
        while (members.Next())
        {
            if (members.Is("budget"u8))
                Printed(writer, members, "text"u8);
            else if (members.Is("components"u8) || members.Is("groups"u8))
                List(writer, members, Area);
            else if (members.Is("tasks"u8))
                List(writer, members, Task);
            else if (members.Is("indicators"u8))
                List(writer, members, Indicator);
            else if (!members.Is("id"u8))
                Member(writer, members);
        }
        writer.WriteEndObject();
    }

    private static void Task(Utf8JsonWriter writer, BsonReader members)
    {
        writer.WriteStartObject();
        while (members.Next())
        {
            if (members.Is("budget"u8) || members.Is("deadline"u8))
                Printed(writer, members, "text"u8);
            else if (members.Is("group"u8))
                Printed(writer, members, "code"u8);
            else if (members.Is("completedOn"u8))
                Day(writer, members);
            else if (members.Is("evidence"u8))
                List(writer, members, Evidence);
            else if (!members.Is("ordinal"u8) && !members.Is("assignments"u8))
                Member(writer, members);
        }
        writer.WriteEndObject();
    }

    private static void Evidence(Utf8JsonWriter writer, BsonReader members)
    {
        writer.WriteStartObject();
        Moment(writer, members, "addedAt"u8, "addedAtText"u8);
        while (members.Next())
        {
            if (members.Is("date"u8))
                Day(writer, members);
            else if (!members.Is("addedAt"u8) && !members.Is("addedAtText"u8))
                Member(writer, members);
        }
        writer.WriteEndObject();
    }

    private static void Indicator(Utf8JsonWriter writer, BsonReader members)
    {
        writer.WriteStartObject();
        while (members.Next())
        {
            if (members.Is("values"u8))
                List(writer, members, IndicatorValue);
            else
                Member(writer, members);
        }
        writer.WriteEndObject();
    }

    private static void IndicatorValue(Utf8JsonWriter writer, BsonReader members)
    {
        writer.WriteStartObject();
        Moment(writer, members, "recordedAt"u8, "recordedAtText"u8);
        while (members.Next())
        {
            if (members.Is("value"u8))
                writer.WriteNumber("value"u8, members.Decimal());
            else if (members.Is("period"u8) || members.Is("note"u8))
                Member(writer, members);
        }
        writer.WriteEndObject();
    }

    /// <summary>Its text where there is one, as a BSON date may not hold all of it.</summary>
    private static void Moment(Utf8JsonWriter writer, BsonReader members, ReadOnlySpan<byte> name, ReadOnlySpan<byte> textName)
    {
        DateTimeOffset? moment = null;
        while (members.Next())
        {
            if (members.Is(textName))
            {
                writer.WriteString(name, members.Utf8Bytes());
                return;
            }
            if (members.Is(name))
                moment = members.DateTime();
        }
        if (moment is { } found)
            writer.WriteString(name, found);
    }

    private static void Unit(Utf8JsonWriter writer, BsonReader members)
    {
        writer.WriteStartObject();
        while (members.Next())
        {
            // An empty list is a fault in a file.
            if (members.Is("aliases"u8) && members.Value.Length > 5)
                Member(writer, members);
            else if (members.Is("name"u8))
                Member(writer, members);
        }
        writer.WriteEndObject();
    }

    /// <summary>A list of documents; one that says that it is not listed stays out.</summary>
    private static void List(Utf8JsonWriter writer, BsonReader member, WriteItem item)
    {
        writer.WriteStartArray(member.Name);
        var items = member.Enter();
        while (items.Next())
            if (!BsonReader.TryFind(items.Value, "isListed"u8, out var listed) || listed.Boolean())
                item(writer, items.Enter());
        writer.WriteEndArray();
    }

    /// <summary>An object that beside its meaning keeps what is printed; only that is in the file.</summary>
    private static void Printed(Utf8JsonWriter writer, BsonReader member, ReadOnlySpan<byte> name)
    {
        if (member.Type == BsonType.Document && BsonReader.TryFind(member.Value, name, out var printed))
            writer.WriteString(member.Name, printed.Utf8Bytes());
    }

    private static void Day(Utf8JsonWriter writer, BsonReader member)
    {
        Span<byte> text = stackalloc byte[10];
        member.Date().TryFormat(text, out var length, "O");
        writer.WriteString(member.Name, text[..length]);
    }

    private static void Member(Utf8JsonWriter writer, BsonReader member)
    {
        if (member.Is("search"u8))
            return;
        writer.WritePropertyName(member.Name);
        Value(writer, member);
    }

    private static void Object(Utf8JsonWriter writer, BsonReader member, ReadOnlySpan<byte> without)
    {
        writer.WriteStartObject(member.Name);
        var members = member.Enter();
        while (members.Next())
            if (!members.Is(without))
                Member(writer, members);
        writer.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter writer, BsonReader value)
    {
        switch (value.Type)
        {
            case BsonType.Document:
                writer.WriteStartObject();
                var members = value.Enter();
                while (members.Next())
                    Member(writer, members);
                writer.WriteEndObject();
                break;
            case BsonType.Array:
                writer.WriteStartArray();
                var items = value.Enter();
                while (items.Next())
                    Value(writer, items);
                writer.WriteEndArray();
                break;
            case BsonType.String:
                writer.WriteStringValue(value.Utf8Bytes());
                break;
            case BsonType.Boolean:
                writer.WriteBooleanValue(value.Boolean());
                break;
            case BsonType.Null:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteNumberValue(value.Int64());
                break;
        }
    }

    private delegate void WriteItem(Utf8JsonWriter writer, BsonReader members);
}
