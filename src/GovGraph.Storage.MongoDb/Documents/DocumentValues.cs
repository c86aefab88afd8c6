using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using GovGraph.Plans.Documents;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Queries;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>The values that documents are made of, as <see cref="DocumentWriter"/> writes them; a null is a member that is not there.</summary>
internal static class DocumentValues
{
    public static string? Text(this BsonReader member)
    {
        if (member.IsNull)
            return null;
        try
        {
            return SharedText.Of(member.Utf8Bytes());
        }
        catch (DecoderFallbackException)
        {
            throw member.Unexpected("UTF-8");
        }
    }

    public static string[]? Texts(this BsonReader member)
    {
        if (member.IsNull)
            return null;
        var texts = new string[member.Count()];
        var items = member.Enter();
        for (var i = 0; items.Next(); i++)
            texts[i] = items.Text() ?? throw items.Unexpected("a string");
        return texts;
    }

    /// <summary>Of an object that beside its meaning keeps what is printed, the print.</summary>
    public static string? Printed(this BsonReader member, ReadOnlySpan<byte> name)
    {
        if (member.IsNull)
            return null;
        for (var members = member.Enter(); members.Next();)
            if (members.Is(name))
                return members.Text();
        return null;
    }

    public static int? Whole(this BsonReader member) => member.IsNull ? null : member.Int32();

    public static DateOnly? Day(this BsonReader member) => member.IsNull ? null : member.Date();

    /// <summary>A moment that a BSON date can't hold exactly.</summary>
    public static DateTimeOffset? Moment(this BsonReader member) => member.IsNull ? null
        : Utf8Parser.TryParse(member.Utf8Bytes(), out DateTimeOffset moment, out var length, 'O') && length == member.Utf8Bytes().Length ? moment
        : throw member.Unexpected("a time such as 2024-03-15T10:00:00.0000000+07:00");

    public static T? Named<T>(this BsonReader member)
        where T : struct, Enum => member.IsNull ? null : Stored.Read<T>(member);

    /// <summary>How many items a list holds.</summary>
    public static int Count(this BsonReader member)
    {
        if (member.Type != BsonType.Array)
            throw member.Unexpected("a list");
        var count = 0;
        for (var items = member.Enter(); items.Next();)
            count++;
        return count;
    }

    /// <summary>The items of a list that is entered already, each by its members.</summary>
    public static ImmutableArray<T> Items<T>(this BsonReader items, ItemReader<T> read)
    {
        var found = ImmutableArray.CreateBuilder<T>();
        while (items.Next())
            found.Add(read(items.Enter()));
        return found.ToImmutable();
    }

    public static BsonException Missing(string name) => new($"'{name}' is missing.");

    public static BsonException Unknown(this BsonReader member) => new($"'{BsonReader.Printable(member.Name)}' is no member that this program knows.");
}

/// <summary>Makes a value of the members of a list's item.</summary>
internal delegate T ItemReader<out T>(BsonReader members);
