using System.Text;
using System.Text.Json;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types;

public sealed class ScalarCoercionTests
{
    private static object? Literal(ScalarCoercion scalar, string literal) =>
        scalar.TryCoerceLiteral(Parser.ParseValue(literal).Node!, out var value, out var reason) ? value : reason;

    private static object? Json(ScalarCoercion scalar, string json)
    {
        using var document = JsonDocument.Parse(json);
        return scalar.TryCoerceJson(document.RootElement, out var value, out var reason) ? value : reason;
    }

    private static string Written(ScalarCoercion scalar, object value)
    {
        using var writer = new JsonWriter();
        return scalar.TryWrite(writer, value, out var reason) ? Encoding.UTF8.GetString(writer.Written) : reason;
    }

    [Fact]
    public void An_int_has_32_bits()
    {
        Assert.Equal(-2147483648, Literal(ScalarCoercion.Int, "-2147483648"));
        Assert.Equal("Int cannot represent non 32-bit signed integer value: 2147483648", Literal(ScalarCoercion.Int, "2147483648"));
        Assert.Equal("Int cannot represent non-integer value: 1.0", Literal(ScalarCoercion.Int, "1.0"));
        Assert.Equal("Int cannot represent non-integer value: \"1\"", Literal(ScalarCoercion.Int, "\"1\""));

        Assert.Equal(2147483647, Json(ScalarCoercion.Int, "2147483647"));
        Assert.Equal(2000, Json(ScalarCoercion.Int, "2e3"));
        Assert.Equal("Int cannot represent non 32-bit signed integer value: 2147483648", Json(ScalarCoercion.Int, "2147483648"));
        Assert.Equal("Int cannot represent non-integer value: 1.5", Json(ScalarCoercion.Int, "1.5"));
        Assert.Equal("Int cannot represent non-integer value: true", Json(ScalarCoercion.Int, "true"));
        Assert.Equal("Int cannot represent non-integer value: 1e999", Json(ScalarCoercion.Int, "1e999"));

        Assert.Equal("7", Written(ScalarCoercion.Int, 7L));
        Assert.Equal("7", Written(ScalarCoercion.Int, 7.0));
        Assert.Equal("7", Written(ScalarCoercion.Int, "7"));
        Assert.Equal("1", Written(ScalarCoercion.Int, true));
        Assert.Equal("Int cannot represent non-integer value: 7.5", Written(ScalarCoercion.Int, 7.5));
        Assert.Equal("Int cannot represent non 32-bit signed integer value: 2147483648", Written(ScalarCoercion.Int, 2147483648L));
        Assert.Equal("Int cannot represent non-integer value: \"seven\"", Written(ScalarCoercion.Int, "seven"));
    }

    [Fact]
    public void A_float_is_finite()
    {
        Assert.Equal(1.0, Literal(ScalarCoercion.Float, "1"));
        Assert.Equal(-2500.0, Literal(ScalarCoercion.Float, "-2.5e3"));
        Assert.Equal("Float cannot represent non numeric value: 1e999", Literal(ScalarCoercion.Float, "1e999"));
        Assert.Equal("Float cannot represent non numeric value: RED", Literal(ScalarCoercion.Float, "RED"));

        Assert.Equal(12345678901234567890.0, Json(ScalarCoercion.Float, "12345678901234567890"));
        Assert.Equal("Float cannot represent non numeric value: 1e999", Json(ScalarCoercion.Float, "1e999"));
        Assert.Equal("Float cannot represent non numeric value: \"1\"", Json(ScalarCoercion.Float, "\"1\""));

        Assert.Equal("1.5", Written(ScalarCoercion.Float, 1.5));
        Assert.Equal("0.5", Written(ScalarCoercion.Float, 0.5f));
        Assert.Equal("19.90", Written(ScalarCoercion.Float, 19.90m));
        Assert.Equal("3", Written(ScalarCoercion.Float, 3));
        Assert.Equal("1.5", Written(ScalarCoercion.Float, "1.5"));
        Assert.Equal("Float cannot represent non numeric value: NaN", Written(ScalarCoercion.Float, double.NaN));
        Assert.Equal("Float cannot represent non numeric value: \"\"", Written(ScalarCoercion.Float, ""));
    }

    [Fact]
    public void A_string_comes_in_as_a_string_only()
    {
        Assert.Equal("a", Literal(ScalarCoercion.String, "\"a\""));
        Assert.Equal("String cannot represent a non string value: A", Literal(ScalarCoercion.String, "A"));
        Assert.Equal("String cannot represent a non string value: 1", Json(ScalarCoercion.String, "1"));
        Assert.Equal("String cannot represent a non string value: \"\\ud800\"", Json(ScalarCoercion.String, "\"\\ud800\""));

        Assert.Equal("\"Đ \\\"x\\\"\"", Written(ScalarCoercion.String, "Đ \"x\""));
        Assert.Equal("\"é\"", Written(ScalarCoercion.String, new EncodedString("é")));
        Assert.Equal("\"true\"", Written(ScalarCoercion.String, true));
        Assert.Equal("\"1.5\"", Written(ScalarCoercion.String, 1.5));
        Assert.Equal("String cannot represent value: Object", Written(ScalarCoercion.String, new object()));
        Assert.Equal("String cannot represent value: NaN", Written(ScalarCoercion.String, double.NaN));
    }

    [Fact]
    public void A_boolean_comes_in_as_a_boolean_only()
    {
        Assert.Equal(true, Literal(ScalarCoercion.Boolean, "true"));
        Assert.Equal("Boolean cannot represent a non boolean value: \"true\"", Literal(ScalarCoercion.Boolean, "\"true\""));
        Assert.Equal(false, Json(ScalarCoercion.Boolean, "false"));
        Assert.Equal("Boolean cannot represent a non boolean value: 1", Json(ScalarCoercion.Boolean, "1"));

        Assert.Equal("false", Written(ScalarCoercion.Boolean, false));
        Assert.Equal("true", Written(ScalarCoercion.Boolean, 2));
        Assert.Equal("Boolean cannot represent a non boolean value: \"false\"", Written(ScalarCoercion.Boolean, "false"));
    }

    [Fact]
    public void An_id_is_a_text_or_the_digits_of_a_whole_number()
    {
        Assert.Equal("a", Literal(ScalarCoercion.Id, "\"a\""));
        Assert.Equal("123456789012345678901234567890", Literal(ScalarCoercion.Id, "123456789012345678901234567890"));
        Assert.Equal("ID cannot represent a non-string and non-integer value: 1.5", Literal(ScalarCoercion.Id, "1.5"));

        Assert.Equal("123456789012345678901234567890", Json(ScalarCoercion.Id, "123456789012345678901234567890"));
        Assert.Equal("1", Json(ScalarCoercion.Id, "1.0"));
        Assert.Equal("ID cannot represent value: 1.5", Json(ScalarCoercion.Id, "1.5"));
        Assert.Equal("ID cannot represent value: false", Json(ScalarCoercion.Id, "false"));
        Assert.Equal("ID cannot represent value: \"\\udc00\"", Json(ScalarCoercion.Id, "\"\\udc00\""));

        Assert.Equal("\"7\"", Written(ScalarCoercion.Id, 7));
        Assert.Equal("\"a\"", Written(ScalarCoercion.Id, "a"));
        Assert.Equal("ID cannot represent value: 7.5", Written(ScalarCoercion.Id, 7.5));
    }

    [Fact]
    public void Any_value_goes_through_unchanged()
    {
        const string json = """{"a":[1,2.50,"x",null,true,12345678901234567890123],"b":{},"c":[]}""";
        Assert.Equal(json, Literal(ScalarCoercion.Any, """{a: [1, 2.50, "x", null, true, 12345678901234567890123], b: {}, c: []}""")?.ToString());
        Assert.Equal("RED", Literal(ScalarCoercion.Any, "RED")?.ToString());
        Assert.Equal(json, Written(ScalarCoercion.Any, Json(ScalarCoercion.Any, json)!));

        Assert.Equal("\"x\"", Written(ScalarCoercion.Any, "x"));
        Assert.Equal("12345678901", Written(ScalarCoercion.Any, 12345678901L));
        Assert.Equal("""[{"a":null,"b":[]},1]""", Written(ScalarCoercion.Any, new object?[] { new Dictionary<string, object?> { ["a"] = null, ["b"] = Array.Empty<object>() }, 1 }));
        Assert.Equal("Any cannot represent value: Object", Written(ScalarCoercion.Any, new object()));
    }
}
