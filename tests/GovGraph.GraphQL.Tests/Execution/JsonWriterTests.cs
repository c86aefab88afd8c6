using System.Text;
using System.Text.Json;
using GovGraph.GraphQL.Execution;
using Xunit;

namespace GovGraph.GraphQL.Tests.Execution;

public sealed class JsonWriterTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("Sở Nội vụ – chủ trì", "\"Sở Nội vụ – chủ trì\"")]
    [InlineData("a\"b\\c/d", "\"a\\\"b\\\\c/d\"")]
    [InlineData("\n\r\t\b\f\u0001\u001f", "\"\\n\\r\\t\\b\\f\\u0001\\u001f\"")]
    [InlineData("<script>&'\u2028\u007f", "\"<script>&'\u2028\u007f\"")]
    [InlineData("emoji 😀", "\"emoji 😀\"")]
    public void Strings_are_escaped_only_where_json_demands_it(string value, string expected) =>
        Assert.Equal(expected, Write(writer => writer.WriteString(value)));

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() =>
        Assert.Equal("\"a\uFFFDb\"", Write(writer => writer.WriteString("a" + '\uD83D' + "b")));

    [Fact]
    public void An_encoded_string_is_written_like_the_string_itself() =>
        Assert.Equal("\"Kế \\\"hoạch\\\"\"", Write(writer => writer.WriteString(new EncodedString("Kế \"hoạch\""))));

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(1.5, "1.5")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(10000000000.0, "10000000000")]
    [InlineData(-1.7976931348623157E+308, "-1.7976931348623157E+308")]
    public void Floats_are_written_with_the_fewest_digits_that_read_back(double value, string expected) =>
        Assert.Equal(expected, Write(writer => writer.WriteNumber(value)));

    [Fact]
    public void Negative_zero_loses_its_sign() => Assert.Equal("0", Write(writer => writer.WriteNumber(-0.0)));

    [Fact]
    public void A_number_that_json_has_not_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Write(writer => writer.WriteNumber(double.NaN)));

    [Fact]
    public void The_largest_integers_and_decimals_fit()
    {
        Assert.Equal("-9223372036854775808", Write(writer => writer.WriteNumber(long.MinValue)));
        Assert.Equal("-79228162514264337593543950335", Write(writer => writer.WriteNumber(decimal.MinValue)));
        Assert.Equal("0.0000000000000000000000000001", Write(writer => writer.WriteNumber(0.0000000000000000000000000001m)));
    }

    [Fact]
    public void A_long_text_full_of_escapes_and_letters_survives_growth()
    {
        var text = string.Concat(Enumerable.Range(0, 5000).Select(number => $"Đơn vị\n\"{number}\""));
        Assert.Equal(text, JsonSerializer.Deserialize<string>(Write(writer => writer.WriteString(text))));
    }

    [Fact]
    public void Cutting_back_to_a_mark_forgets_what_came_after() => Assert.Equal("[null", Write(writer =>
    {
        writer.WriteRaw("["u8);
        var mark = writer.Position;
        writer.WriteString("to be nulled");
        writer.Truncate(mark);
        writer.WriteNull();
    }));

    [Fact]
    public void Writing_far_beyond_the_limit_ends_in_an_exception()
    {
        using var writer = new JsonWriter(maximumBytes: 1000);
        writer.WriteString(new string('a', 2000));
        var exception = Assert.Throws<ResponseTooLargeException>(() => writer.WriteString(new string('a', 20_000)));
        Assert.Equal("The response is larger than the 1000 bytes allowed.", exception.Message);
    }

    private static string Write(Action<JsonWriter> write)
    {
        using var writer = new JsonWriter();
        write(writer);
        return Encoding.UTF8.GetString(writer.Written);
    }
}
