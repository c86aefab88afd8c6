using FsCheck.Fluent;
using FsCheck;
using GovGraph.Storage.MongoDb.Bson;
using Xunit;

namespace GovGraph.Storage.MongoDb.Tests.Bson;

public class BsonReaderTests
{
    private static byte[] Document(Action<BsonWriter> build)
    {
        using var writer = new BsonWriter();
        writer.Begin();
        build(writer);
        return writer.End().Written.ToArray();
    }

    private static BsonReader First(byte[] document)
    {
        var reader = new BsonReader(document);
        Assert.True(reader.Next());
        return reader;
    }

    private static string Refusal(byte[] document, Action<byte[]> read) => Assert.Throws<BsonException>(() => read(document)).Message;

    private static void ReadAll(BsonReader reader)
    {
        while (reader.Next())
        {
            if (reader.Type == BsonType.String)
                _ = reader.String();
            else if (reader.Type is BsonType.Document or BsonType.Array)
                ReadAll(reader.Enter());
            else if (reader.Type == BsonType.DateTime)
                _ = reader.DateTime();
        }
    }

    [Fact]
    public void What_was_written_is_read_in_order()
    {
        var reader = new BsonReader(Document(writer => writer
            .String("title"u8, "Kế hoạch").Int32("year"u8, 2024).Boolean("done"u8, false)
            .Date("due"u8, new DateOnly(2024, 2, 29)).Null("note"u8).BeginArray("l"u8).Int64([], 5).End()));
        Assert.True(reader.Next() && reader.Is("title"u8));
        Assert.Equal("Kế hoạch", reader.String());
        Assert.True(reader.Next());
        Assert.Equal(2024, reader.Int32());
        Assert.True(reader.Next());
        Assert.False(reader.Boolean());
        Assert.True(reader.Next());
        Assert.Equal(new DateOnly(2024, 2, 29), reader.Date());
        Assert.True(reader.Next() && reader.IsNull);
        Assert.True(reader.Next());
        var list = reader.Enter();
        Assert.True(list.Next());
        Assert.Equal(5, list.Int64());
        Assert.False(list.Next());
        Assert.False(reader.Next());
    }

    [Theory]
    [InlineData(5.0, 5L)]
    [InlineData(-9007199254740992.0, -9007199254740992L)]
    public void A_whole_double_is_a_whole_number(double stored, long read) =>
        Assert.Equal(read, First(Document(writer => writer.Raw("n"u8, BsonType.Double, BitConverter.GetBytes(stored)))).Int64());

    [Theory]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    [InlineData(1e300)]
    public void Another_double_is_not(double stored) =>
        Assert.Equal("'n' holds BSON Double, not a whole number.",
            Refusal(Document(writer => writer.Raw("n"u8, BsonType.Double, BitConverter.GetBytes(stored))), bytes => First(bytes).Int64()));

    [Fact]
    public void Another_type_than_asked_for_is_named() =>
        Assert.Equal("'t' holds BSON Int32, not a string.", Refusal(Document(writer => writer.Int32("t"u8, 1)), bytes => First(bytes).String()));

    [Fact]
    public void A_day_that_no_calendar_has_is_refused() =>
        Assert.Equal("'d' holds BSON DateTime, not a date between the years 1 and 9999.",
            Refusal(Document(writer => writer.Raw("d"u8, BsonType.DateTime, BitConverter.GetBytes(long.MaxValue))), bytes => First(bytes).Date()));

    [Theory]
    [InlineData("", "These bytes are not a BSON document.")]
    [InlineData("0400000000", "These bytes are not a BSON document.")]
    [InlineData("0500000001", "These bytes are not a BSON document.")]
    [InlineData("07000000106100", "A BSON name does not end.")]
    [InlineData("0a000000106100010000", "The BSON value of 'a' runs past its document.")]
    [InlineData("0d000000026100ffffff7f7800", "The BSON value of 'a' runs past its document.")]
    [InlineData("0c000000026100ffffffff00", "A BSON length is negative or missing.")]
    [InlineData("0d00000002610001000000" + "7800", "'a' holds BSON String, not a string.")]
    [InlineData("0c000000036100ffffff7f00", "The BSON value of 'a' runs past its document.")]
    [InlineData("0800000099610000", "BSON type 0x99 is not one that a plan or a reply holds.")]
    [InlineData("0b0000000b6100782e2e00", "A BSON regular expression does not end.")]
    [InlineData("0f00000002610003000000c3280000", "A BSON string is not UTF-8.")]
    public void Hostile_bytes_are_refused(string hex, string message) =>
        Assert.Equal(message, Refusal(Convert.FromHexString(hex), bytes => ReadAll(new BsonReader(bytes))));

    [Fact]
    public void Any_change_of_any_byte_is_read_or_refused()
    {
        var good = Document(writer => writer.String("t"u8, "Kế").BeginArray("l"u8).Int32([], 1).BeginDocument().Date("d"u8, new DateOnly(2024, 1, 1)).End().End()
            .Raw("o"u8, BsonType.ObjectId, new byte[12]).Raw("r"u8, BsonType.RegularExpression, "a\0i\0"u8).Raw("b"u8, BsonType.Binary, [1, 0, 0, 0, 0, 9]));
        for (var i = 0; i < good.Length; i++)
            for (var value = 0; value < 256; value++)
            {
                var bytes = (byte[])good.Clone();
                bytes[i] = (byte)value;
                ReadOrRefuse(bytes);
            }
    }

    [Fact]
    public void Random_bytes_are_read_or_refused() => Prop.ForAll<byte[]>(bytes =>
            ReadOrRefuse([.. BitConverter.GetBytes((bytes?.Length ?? 0) + 5), .. bytes ?? [], 0]))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    private static void ReadOrRefuse(byte[] bytes)
    {
        try
        {
            ReadAll(new BsonReader(bytes));
        }
        catch (BsonException)
        {
            // The one answer to bytes that are not BSON.
        }
    }
}
