using GovGraph.GraphQL.Language;
using Xunit;

namespace GovGraph.GraphQL.Tests.Language;

public sealed class LexerTests
{
    private static void Invalid(string source, string message, int line, int column)
    {
        var error = Parser.ParseValue(source).Error;
        Assert.Equal($"Syntax Error: {message}", error?.Message);
        Assert.Equal([new Location(line, column)], error?.Locations);
    }

    private static string String(string source) => Assert.IsType<StringValueNode>(Parser.ParseValue(source).Node).Value;

    [Fact]
    public void Commas_comments_and_byte_order_marks_are_ignored()
    {
        var lexer = new Lexer("\uFEFF ,,\t# note\r\n \uFEFFname # \u0110\U0001F600");
        Assert.Equal(new Token(TokenKind.Name, 15, 19, new Location(2, 3)), lexer.Next());
        Assert.Equal(TokenKind.EndOfFile, lexer.Next().Kind);
    }

    [Fact]
    public void Lines_end_at_any_of_the_three_terminators()
    {
        var lexer = new Lexer("a\rb\nc\r\nd");
        Assert.Equal(new Location(1, 1), lexer.Next().Location);
        Assert.Equal(new Location(2, 1), lexer.Next().Location);
        Assert.Equal(new Location(3, 1), lexer.Next().Location);
        Assert.Equal(new Location(4, 1), lexer.Next().Location);
    }

    [Fact]
    public void Tokens_cost_no_memory()
    {
        const string source = "query Q($a: [Int!] = [1, -2.5e3]) @d { a: b(c: \"é\", d: \"\"\"x\ny\"\"\") ...F ...on T { e } } # end";
        static int Count()
        {
            var lexer = new Lexer(source);
            var count = 0;
            while (lexer.Next().Kind != TokenKind.EndOfFile) count++;
            return count;
        }

        Count();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var count = Count();
        var after = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(before, after);
        Assert.Equal(39, count);
    }

    [Theory]
    [InlineData("0", TokenKind.Int)]
    [InlineData("-0", TokenKind.Int)]
    [InlineData("123456789012345678901234567890", TokenKind.Int)]
    [InlineData("-1.5", TokenKind.Float)]
    [InlineData("0.0e-10", TokenKind.Float)]
    [InlineData("1E5", TokenKind.Float)]
    public void Numbers_are_whole_tokens(string source, object kind)
    {
        var token = new Lexer(source).Next();
        Assert.Equal(kind, token.Kind);
        Assert.Equal(source.Length, token.End);
    }

    [Theory]
    [InlineData("00", "Invalid number, unexpected digit after 0: \"0\".", 2)]
    [InlineData("-", "Invalid number, expected digit but got: <EOF>.", 2)]
    [InlineData("+1", "Unexpected character: \"+\".", 1)]
    [InlineData("1.", "Invalid number, expected digit but got: <EOF>.", 3)]
    [InlineData("1.e1", "Invalid number, expected digit but got: \"e\".", 3)]
    [InlineData(".123", "Unexpected character: \".\".", 1)]
    [InlineData("1.0e+", "Invalid number, expected digit but got: <EOF>.", 6)]
    [InlineData("1.2.3", "Invalid number, expected digit but got: \".\".", 4)]
    [InlineData("0xF1", "Invalid number, expected digit but got: \"x\".", 2)]
    [InlineData("12\"", "Unterminated string.", 4)]
    public void A_broken_number_is_refused(string source, string message, int column) => Invalid(source, message, 1, column);

    [Theory]
    [InlineData("'a'", "Unexpected single quote character ('), did you mean to use a double quote (\")?")]
    [InlineData("?", "Unexpected character: \"?\".")]
    [InlineData("\u0110", "Unexpected character: U+0110.")]
    [InlineData("\0", "Unexpected character: U+0000.")]
    [InlineData("..", "Unexpected character: \".\".")]
    public void A_stray_character_is_refused(string source, string message) => Invalid(source, message, 1, 1);

    [Fact]
    public void A_stray_supplementary_character_is_named_whole() => Invalid("\U0001F600", "Unexpected character: U+1F600.", 1, 1);

    [Fact]
    public void A_surrogate_must_not_stand_alone()
    {
        Invalid("\uD83D", "Invalid character: U+D83D.", 1, 1);
        Invalid("# \U0001F600\uDE00\n1", "Invalid character: U+DE00.", 1, 5);
        Invalid("\"\uD83D\"", "Invalid character within String: U+D83D.", 1, 2);
        Invalid("\"\"\"\n\uDE00\"\"\"", "Invalid character within String: U+DE00.", 2, 1);
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\" white \"", " white ")]
    [InlineData("\"\\\" \\\\ \\/ \\b\\f\\n\\r\\t\"", "\" \\ / \b\f\n\r\t")]
    [InlineData("\"\\u0110\\u00e9\"", "\u0110\u00e9")]
    [InlineData("\"\\u{110}\\u{1F600}\\u{0000001f600}\"", null)]
    [InlineData("\"\\u{110}\\u{1F600}\\u{0001F600}\"", "\u0110\U0001F600\U0001F600")]
    [InlineData("\"\\uD83D\\uDE00\"", "\U0001F600")]
    [InlineData("\"\U0001F600\"", "\U0001F600")]
    public void Escapes_are_resolved(string source, string? value)
    {
        if (value is null) Assert.False(Parser.ParseValue(source).IsParsed);
        else Assert.Equal(value, String(source));
    }

    [Theory]
    [InlineData("\"\\z\"", "Invalid character escape sequence: \"\\z\".")]
    [InlineData("\"\\u1\"", "Invalid Unicode escape sequence: \"\\u1\"\".")]
    [InlineData("\"\\u0XX1\"", "Invalid Unicode escape sequence: \"\\u0XX1\".")]
    [InlineData("\"\\u-123\"", "Invalid Unicode escape sequence: \"\\u-123\".")]
    [InlineData("\"\\uD83D\"", "Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData("\"\\uD83D\\n\"", "Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData("\"\\uDE00\\uD83D\"", "Invalid Unicode escape sequence: \"\\uDE00\".")]
    [InlineData("\"\\u{}\"", "Invalid Unicode escape sequence: \"\\u{}\".")]
    [InlineData("\"\\u{FXXX}\"", "Invalid Unicode escape sequence: \"\\u{FX\".")]
    [InlineData("\"\\u{D83D}\"", "Invalid Unicode escape sequence: \"\\u{D83D}\".")]
    [InlineData("\"\\u{110000}\"", "Invalid Unicode escape sequence: \"\\u{110000}\".")]
    [InlineData("\"\\u{FFFFFFFF}\"", "Invalid Unicode escape sequence: \"\\u{FFFFFFFF}\".")]
    public void A_broken_escape_is_refused(string source, string message) => Invalid(source, message, 1, 2);

    [Fact]
    public void A_string_ends_on_its_line()
    {
        Invalid("\"", "Unterminated string.", 1, 2);
        Invalid("\"a\nb\"", "Unterminated string.", 1, 3);
        Invalid("\"\"\"a\n b", "Unterminated string.", 2, 3);
        Invalid("\"\\\"", "Unterminated string.", 1, 4);
    }

    [Theory]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"  \n\t\n \"\"\"", "")]
    [InlineData("\"\"\"one\"\"\"", "one")]
    [InlineData("\"\"\" one \"\"\"", " one ")]
    [InlineData("\"\"\"contains \" quote\"\"\"", "contains \" quote")]
    [InlineData("\"\"\"contains \\\"\"\" three\"\"\"", "contains \"\"\" three")]
    [InlineData("\"\"\"kept \\n \\u00e9\"\"\"", "kept \\n \\u00e9")]
    [InlineData("\"\"\"\n    a\n      b\n\n    c\r\n   \r\n  \"\"\"", "a\n  b\n\nc")]
    [InlineData("\"\"\" a\n  b\n  c\"\"\"", " a\nb\nc")]
    [InlineData("\"\"\"a\u2028b\n\u0085c\"\"\"", "a\u2028b\n\u0085c")]
    public void A_block_string_loses_its_layout(string source, string value) => Assert.Equal(value, String(source));

    [Fact]
    public void After_a_block_string_lines_are_counted_on()
    {
        var lexer = new Lexer("\"\"\"\n\r\n\r x \"\"\" name");
        Assert.Equal(new Location(1, 1), lexer.Next().Location);
        Assert.Equal(new Location(4, 8), lexer.Next().Location);
    }
}
