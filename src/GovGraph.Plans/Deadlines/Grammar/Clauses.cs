using System.Collections.Immutable;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Deadlines.Grammar;

/// <summary>Splits a text at semicolons and, where it is a list, at its dashes: <c>- Định kỳ - Thường xuyên</c>.</summary>
internal static class Clauses
{
    public static IEnumerable<Cursor> Of(string text)
    {
        var tokens = Token.AllOf(text);
        var isList = tokens is [{ Value: "-" }, ..];
        var start = 0;
        var depth = 0;
        for (var i = 0; i <= tokens.Length; i++)
        {
            if (i < tokens.Length)
            {
                depth += tokens[i].Value switch { "(" => 1, ")" => -1, _ => 0 };
                if (depth > 0 || !(tokens[i].Value == ";" || (isList && IsListDash(text, tokens[i]))))
                {
                    continue;
                }
            }

            var clause = Trim(text, tokens, start, i);
            if (!clause.AtEnd)
            {
                yield return clause;
            }

            start = i + 1;
        }
    }

    private static bool IsListDash(string text, Token token) =>
        token.Value == "-"
        && (token.Start == 0 || char.IsWhiteSpace(text[token.Start - 1]))
        && token.End + 1 < text.Length && char.IsWhiteSpace(text[token.End]) && char.IsUpper(text[token.End + 1]);

    private static Cursor Trim(string text, ImmutableArray<Token> tokens, int start, int end)
    {
        while (start < end && tokens[start].Value is "-" or "+" or "*" or "•" or "·" or ",")
        {
            start++;
        }

        while (end > start && tokens[end - 1].Value is "." or "," or ":" or "…" or "-")
        {
            end--;
        }

        return new Cursor(text, tokens, start, end);
    }
}
