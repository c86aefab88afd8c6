using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace GovGraph.GraphQL.Language;

/// <summary>The text of a block string: common indentation and blank lines around it belong to the layout, not to the value.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#BlockStringValue()"/>
internal static class BlockStrings
{
    private const int LongestOnOneLine = 70;

    /// <summary>BlockStringValue(rawValue), from the inside of the token.</summary>
    public static string Resolve(ReadOnlySpan<char> raw)
    {
        var commonIndent = int.MaxValue;
        var (first, last, index) = (-1, -1, 0);
        foreach (var line in Lines(raw))
        {
            var indent = line.IndexOfAnyExcept(' ', '\t');
            if (indent >= 0)
            {
                if (index > 0) commonIndent = Math.Min(commonIndent, indent);
                if (first < 0) first = index;
                last = index;
            }

            index++;
        }

        if (first < 0) return "";

        var value = new StringBuilder(raw.Length);
        index = 0;
        foreach (var line in Lines(raw))
        {
            if (index > last) break;
            if (index > first) value.Append('\n');
            if (index >= first) value.Append(index == 0 ? line : line[Math.Min(commonIndent, line.Length)..]);
            index++;
        }

        return value.Replace("\\\"\"\"", "\"\"\"").ToString();
    }

    /// <summary>The value as a block string, or false where its own blanks would be taken for layout or a character needs an escape.</summary>
    public static bool TryPrint(string value, int indent, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (value.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))) return false;

        var inside = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var isOneLine = !value.Contains('\n') && value.Length <= LongestOnOneLine && !value.EndsWith('"') && !value.EndsWith('\\');
        if (!isOneLine)
        {
            var margin = new string(' ', indent);
            var lines = inside.Split('\n').Select(line => line.Length == 0 ? line : margin + line);
            inside = $"\n{string.Join('\n', lines)}\n{margin}";
        }

        if (Resolve(inside) != value) return false;

        text = $"\"\"\"{inside}\"\"\"";
        return true;
    }

    private static LineEnumerator Lines(ReadOnlySpan<char> text) => new(text);

    /// <summary>Lines by the specification's LineTerminator: unlike the platform's EnumerateLines it splits at nothing else.</summary>
    private ref struct LineEnumerator(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;
        private bool _done;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly LineEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_done) return false;

            var end = _rest.IndexOfAny('\n', '\r');
            if (end < 0)
            {
                Current = _rest;
                _done = true;
                return true;
            }

            Current = _rest[..end];
            _rest = _rest[(end + (_rest[end..].StartsWith("\r\n") ? 2 : 1))..];
            return true;
        }
    }
}
