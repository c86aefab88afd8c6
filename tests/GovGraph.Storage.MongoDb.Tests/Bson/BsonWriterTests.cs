using System.Globalization;
using GovGraph.Storage.MongoDb.Bson;
using Xunit;

namespace GovGraph.Storage.MongoDb.Tests.Bson;

public class BsonWriterTests
{
    private static string Hex(Action<BsonWriter> build)
    {
        using var writer = new BsonWriter();
        writer.Begin();
        build(writer);
        return Convert.ToHexStringLower(writer.End().Written);
    }

    [Fact]
    public void An_empty_document_is_five_bytes() => Assert.Equal("0500000000", Hex(_ => { }));

    [Fact]
    public void Text_is_utf8() => Assert.Equal("12000000" + "027400" + "06000000" + "4be1babf20" + "00" + "00", Hex(writer => writer.String("t"u8, "Kế ")));

    [Fact]
    public void Text_that_is_utf8_already_is_copied() =>
        Assert.Equal(Hex(writer => writer.String("t"u8, "Kế")), Hex(writer => writer.String("t"u8, "Kế"u8)));

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() =>
        Assert.Equal(Hex(writer => writer.String("t"u8, "\uFFFD")), Hex(writer => writer.String("t"u8, "\ud800")));

    [Fact]
    public void Values_keep_their_types() =>
        Assert.Equal("1e000000" + "10610001000000" + "126200ffffffffffffff7f" + "08630001" + "0a6400" + "00",
            Hex(writer => writer.Int32("a"u8, 1).Int64("b"u8, long.MaxValue).Boolean("c"u8, true).Null("d"u8)));

    [Fact]
    public void A_day_is_its_midnight_in_utc() =>
        Assert.Equal("10000000" + "096400" + Convert.ToHexStringLower(BitConverter.GetBytes(1646092800000L)) + "00",
            Hex(writer => writer.Date("d"u8, new DateOnly(2022, 3, 1))));

    [Theory]
    [InlineData("0", "00000000000000000000000000004030")]
    [InlineData("1.50", "96000000000000000000000000003c30")]
    [InlineData("-82.5", "39030000000000000000000000003eb0")]
    [InlineData("79228162514264337593543950335", "ffffffffffffffffffffffff00004030")]
    [InlineData("0.0000000000000000000000000001", "01000000000000000000000000000830")]
    public void A_decimal_keeps_its_digits(string value, string bytes)
    {
        var number = decimal.Parse(value, CultureInfo.InvariantCulture);

        var document = Hex(writer => writer.Decimal("d"u8, number));

        Assert.Equal("18000000" + "136400" + bytes + "00", document);
        Assert.True(BsonReader.TryFind(Convert.FromHexString(document), "d"u8, out var found));
        Assert.Equal(value, found.Decimal().ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Items_of_an_array_are_named_by_their_place() =>
        Assert.Equal("1b000000" + "046c00" + "13000000" + "10300007000000" + "10310008000000" + "00" + "00",
            Hex(writer => writer.BeginArray("l"u8).Int32([], 7).Int32([], 8).End()));

    [Fact]
    public void The_buffer_grows_with_its_document()
    {
        var text = new string('ạ', 100_000);
        using var writer = new BsonWriter();
        writer.Begin().String("t"u8, text).End();
        Assert.True(BsonReader.TryFind(writer.Written, "t"u8, out var found));
        Assert.Equal(text, found.String());
    }

    [Fact]
    public void A_document_that_is_still_open_is_not_given_out()
    {
        using var writer = new BsonWriter();
        writer.Begin();
        Assert.Equal("1 documents or arrays are still open.", Assert.Throws<InvalidOperationException>(() => writer.Written.Length).Message);
    }

    [Fact]
    public void A_name_can_not_hold_nul() =>
        Assert.Equal("A BSON name can't hold NUL.", Assert.Throws<BsonException>(() => Hex(writer => writer.Int32("a\0b"u8, 1))).Message);

    [Fact]
    public void Nesting_ends_at_two_hundred_levels()
    {
        static void Nest(BsonWriter writer, int levels)
        {
            for (var i = 0; i < levels; i++)
                writer.BeginDocument("d"u8);
            for (var i = 0; i < levels; i++)
                writer.End();
        }

        Hex(writer => Nest(writer, 199));
        Assert.Equal("A BSON document nests at most 200 levels.", Assert.Throws<BsonException>(() => Hex(writer => Nest(writer, 200))).Message);
    }
}
