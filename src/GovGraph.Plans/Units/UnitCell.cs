using System.Collections.Immutable;

namespace GovGraph.Plans.Units;

/// <summary>Splits a unit cell into the units that it names, each with its role.</summary>
/// <remarks>
/// (a) Semicolons always separate. (b) A verb gives a role to what stands before or after it. (c) The plan's known
/// spellings are taken first, the longest first; also two of them that run together without a separator.
/// (d) What is left is split at commas and 'và' by <see cref="UnitList"/>. (e) A bracket qualifies, it does not split.
/// </remarks>
internal static class UnitCell
{
    public static ImmutableArray<Assignment> Split(string? cell, UnitRole role, UnitRegister units)
    {
        var assignments = ImmutableArray.CreateBuilder<Assignment>();
        foreach (var part in Parts(cell ?? ""))
        {
            if (units.Find(part) is { } whole)
            {
                assignments.Add(Assign(whole, role, part, null));
                continue;
            }

            foreach (var (text, textRole, verb) in UnitVerbs.Split(part, role))
            {
                foreach (var (unit, printed) in Names(text, units))
                {
                    assignments.Add(Assign(unit, textRole, printed, verb));
                }
            }
        }

        return assignments.ToImmutable();
    }

    private static IEnumerable<(Unit Unit, string Printed)> Names(string text, UnitRegister units) =>
        units.Find(text) is { } whole ? [(whole, text)]
        : RunTogether(text, units) is { } together ? together
        : UnitList.Split(text, units);

    private static IEnumerable<string> Parts(string cell)
    {
        var start = 0;
        var depth = 0;
        for (var i = 0; i <= cell.Length; i++)
        {
            depth += i < cell.Length ? cell[i] switch { '(' => 1, ')' => -1, _ => 0 } : 0;
            if (i < cell.Length && (cell[i] != ';' || depth > 0))
            {
                continue;
            }

            var part = Trim(cell[start..i]);
            if (part.Any(char.IsLetter))
            {
                yield return part;
            }

            start = i + 1;
        }
    }

    private static string Trim(string part) => part.Trim().TrimStart('-', '–', '+', ',', ' ').TrimEnd('.', ',', ' ');

    // (c) "Sở Nội vụ Thanh tra tỉnh"
    private static List<(Unit, string)>? RunTogether(string text, UnitRegister units)
    {
        const int mostWords = 30;
        Span<Range> words = stackalloc Range[mostWords + 1];
        var count = text.AsSpan().Split(words, ' ', StringSplitOptions.RemoveEmptyEntries);
        if (count is < 2 or > mostWords)
        {
            return null;
        }

        List<(Unit, string)> found = [];
        for (var start = 0; start < count;)
        {
            var end = count;
            Unit? unit = null;
            while (end > start && (unit = units.Find(text.AsSpan(words[start].Start..words[end - 1].End))) is null)
            {
                end--;
            }

            if (unit is null)
            {
                return null;
            }

            found.Add((unit, string.Join(' ', text[words[start].Start..words[end - 1].End].Split(' ', StringSplitOptions.RemoveEmptyEntries))));
            start = end;
        }

        return found;
    }

    // (e) A bracket that is no part of the unit's own name, and the verb.
    private static Assignment Assign(Unit unit, UnitRole role, string printed, string? verb)
    {
        var bracket = unit.Name.Contains('(', StringComparison.Ordinal) ? null : UnitList.BracketOf(printed);
        return new Assignment
        {
            Unit = unit,
            Role = role,
            Printed = printed,
            Qualifier = verb is null || bracket is null ? verb ?? bracket : $"{verb} ({bracket})",
        };
    }
}
