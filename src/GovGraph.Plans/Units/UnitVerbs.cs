namespace GovGraph.Plans.Units;

/// <summary>The verbs of a unit cell, which are roles and not names: <c>Sở Y tế chủ trì, phối hợp với Bảo hiểm xã hội tỉnh</c>.</summary>
internal static class UnitVerbs
{
    private const string With = "phối hợp với";
    private const string Coordinate = "phối hợp";

    private static readonly (string Verb, UnitRole? Role)[] AtEnd =
    [
        ("chủ trì", UnitRole.Lead),
        (Coordinate, UnitRole.Coordinating),
        ("thực hiện", UnitRole.Implementing),
        ("tổng hợp", null),
    ];

    /// <summary>Splits a part of a cell at its verbs into texts, each with its role and the verb that gives it.</summary>
    public static IEnumerable<(string Text, UnitRole Role, string? Verb)> Split(string part, UnitRole role)
    {
        var at = IndexOf(part, With);
        if (at < 0)
        {
            yield return AtTheEnd(part, role);
            yield break;
        }

        if (part[..at].Trim(' ', ',') is { Length: > 0 } before)
        {
            yield return AtTheEnd(before, role);
        }

        if (part[(at + With.Length)..].Trim() is { Length: > 0 } after)
        {
            yield return (after, UnitRole.Coordinating, Coordinate);
        }
    }

    // A capital letter makes it part of a name: Phòng Tổng hợp.
    private static (string, UnitRole, string?) AtTheEnd(string text, UnitRole role)
    {
        foreach (var (verb, verbRole) in AtEnd)
        {
            if (text.EndsWith($" {verb}", StringComparison.Ordinal))
            {
                return (text[..^(verb.Length + 1)].TrimEnd(' ', ','), verbRole ?? role, verb);
            }
        }

        return (text, role, null);
    }

    private static int IndexOf(string text, string words)
    {
        var at = text.IndexOf($" {words} ", StringComparison.OrdinalIgnoreCase);
        return at >= 0 ? at + 1 : text.StartsWith(words, StringComparison.OrdinalIgnoreCase) ? 0 : -1;
    }
}
