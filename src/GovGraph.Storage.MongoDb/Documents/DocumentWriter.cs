using System.Globalization;
using System.Text;
using System.Text.Json;
using GovGraph.Plans.Budgets;
using GovGraph.Plans.Text;
using GovGraph.Storage.Fields;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.Ordering;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>The parts that documents are made of. What is null or empty is left out.</summary>
internal static class DocumentWriter
{
    /// <summary>The members of a JSON object as they are, without the named ones.</summary>
    public static BsonWriter Json(this BsonWriter writer, JsonElement json, ReadOnlySpan<string> without)
    {
        foreach (var member in json.EnumerateObject())
            if (!without.Contains(member.Name))
                Value(writer, Encoding.UTF8.GetBytes(member.Name), member.Value);
        return writer;
    }

    public static BsonWriter Text(this BsonWriter writer, ReadOnlySpan<byte> name, string? text) => text is null ? writer : writer.String(name, text);

    public static BsonWriter Day(this BsonWriter writer, ReadOnlySpan<byte> name, DateOnly? day) => day is { } date ? writer.Date(name, date) : writer;

    /// <summary>A moment to the millisecond, and its text where that is not all of it: BSON dates know milliseconds of UTC only.</summary>
    public static BsonWriter Moment(this BsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> textName, DateTimeOffset value)
    {
        writer.DateTime(name, value);
        return DateTimeOffset.FromUnixTimeMilliseconds(value.ToUnixTimeMilliseconds()).EqualsExact(value)
            ? writer
            : writer.String(textName, value.ToString("O", CultureInfo.InvariantCulture));
    }

    /// <summary>An amount in whole đồng and the text that prints it.</summary>
    public static BsonWriter Money(this BsonWriter writer, ReadOnlySpan<byte> name, Money? money) => money is { } amount
        ? writer.BeginDocument(name).String("text"u8, amount.Text).Int64("dong"u8, amount.Dong).End()
        : writer;

    public static BsonWriter Texts(this BsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<string> texts)
    {
        writer.BeginArray(name);
        foreach (var text in texts)
            writer.String([], text);
        return writer.End();
    }

    public static BsonWriter List<T>(this BsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyCollection<T> values, Func<T, string> text) =>
        values.Count == 0 ? writer : writer.Texts(name, values.Select(text));

    public static void List<T>(this BsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyCollection<T> nodes, Action<T> write) =>
        writer.List(name, nodes, nodes, (node, _) => write(node));

    public static void List<T, TOther>(this BsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyCollection<T> nodes, IEnumerable<TOther> others, Action<T, TOther> write)
    {
        if (nodes.Count == 0)
            return;
        writer.BeginArray(name);
        foreach (var (node, other) in nodes.Zip(others))
        {
            writer.BeginDocument();
            write(node, other);
            writer.End();
        }
        writer.End();
    }

    /// <summary>The texts of a node in the forms that queries compare and order by.</summary>
    public static BsonWriter Search<T>(this BsonWriter writer, FieldMap<T> map, T node)
    {
        var isOpen = false;
        foreach (var field in map.Fields.OfType<TextField<T>>())
        {
            if (field.TextOf(node) is not { } text)
                continue;
            if (!isOpen)
                writer.BeginDocument(SearchNames.Member);
            isOpen = true;
            writer.BeginDocument(Encoding.UTF8.GetBytes(field.Name))
                .String(SearchNames.Folded, FoldedText.Fold(text))
                .String(SearchNames.Unmarked, FoldedText.FoldMarks(text))
                .String(SearchNames.Order, TextOrder.Key(text))
                .End();
        }
        return isOpen ? writer.End() : writer;
    }

    private static void Value(BsonWriter writer, ReadOnlySpan<byte> name, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.BeginDocument(name).Json(json, []).End();
                break;
            case JsonValueKind.Array:
                writer.BeginArray(name);
                foreach (var item in json.EnumerateArray())
                    Value(writer, [], item);
                writer.End();
                break;
            case JsonValueKind.Number:
                writer.Int32(name, json.GetInt32());
                break;
            default:
                writer.String(name, json.GetString());
                break;
        }
    }

    private static class SearchNames
    {
        public static ReadOnlySpan<byte> Member => "search"u8;

        public static ReadOnlySpan<byte> Folded => "folded"u8;

        public static ReadOnlySpan<byte> Unmarked => "unmarked"u8;

        public static ReadOnlySpan<byte> Order => "order"u8;
    }
}
