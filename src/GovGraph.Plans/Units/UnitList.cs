namespace GovGraph.Plans.Units;

/// <summary>Splits a list of units at its commas and 'và', which stand inside of names just as well.</summary>
/// <remarks>
/// (a) Atoms are what stands between separators. (b) From each atom on, the most atoms that make a known name are taken,
/// a head shared with the name before included. (c) Else atoms are joined to a new name up to where a separator splits.
/// </remarks>
internal static class UnitList
{
    private const int MostAtoms = 8;

    public static IEnumerable<(Unit Unit, string Printed)> Split(string text, UnitRegister units)
    {
        var atoms = Atoms(text);
        string? before = null;
        for (var first = 0; first < atoms.Count;)
        {
            var (unit, last) = Known(text, atoms, first, before, units) ?? (null, LastOfNew(text, atoms, first, before, units));
            var printed = Text(text, atoms, first, last);
            unit ??= units.FindOrAdd(SharedName(printed, before, atoms.Count - 1 > last ? atoms[^1].Of(text) : null) ?? WithoutBracket(printed));
            yield return (unit, printed);
            before = unit.Name;
            first = last + 1;
        }
    }

    /// <summary>What stands in the first bracket.</summary>
    public static string? BracketOf(string text) =>
        Bracket(text) is { } bracket && text[bracket][1..^1].Trim() is { Length: > 0 } inside ? inside : null;

    private static string WithoutBracket(string text) =>
        Bracket(text) is { } bracket ? $"{text[..bracket.Start].Trim()} {text[bracket.End..].Trim()}".Trim() : text;

    private static Range? Bracket(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = text.IndexOf(')', open + 1);
        return open > 0 && close > open ? open..(close + 1) : null;
    }

    // (a)
    private static List<Atom> Atoms(string text)
    {
        List<Atom> atoms = [];
        var start = 0;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            var separator = depth > 0 ? 0 : text[i] == ',' ? 1 : string.CompareOrdinal(text, i, " và ", 0, 4) == 0 ? 4 : 0;
            if (separator > 0)
            {
                Add(start, i);
                start = i + separator;
                i = start - 1;
            }
        }

        Add(start, text.Length);
        return atoms;

        void Add(int from, int to)
        {
            var atom = new Atom(from, to);
            if (atom.Of(text).Any(char.IsLetterOrDigit))
            {
                atoms.Add(atom);
            }
        }
    }

    // (b)
    private static (Unit? Unit, int Last)? Known(string text, List<Atom> atoms, int first, string? before, UnitRegister units)
    {
        for (var last = Math.Min(atoms.Count, first + MostAtoms) - 1; last >= first; last--)
        {
            var name = Text(text, atoms, first, last);
            var following = last < atoms.Count - 1 ? atoms[^1].Of(text) : null;
            var shared = SharedName(name, before, following);
            var unit = (shared is null ? null : units.Find(shared)) ?? units.Find(name) ?? units.Find(WithoutBracket(name));
            if (unit is not null)
            {
                return (unit, last);
            }
        }

        return null;
    }

    // (c)
    private static int LastOfNew(string text, List<Atom> atoms, int first, string? before, UnitRegister units)
    {
        var last = first;
        while (last + 1 < atoms.Count
            && !Separates(Text(text, atoms, first, last), atoms[last].Of(text), atoms[last + 1].Of(text), text[atoms[last].End] == ',')
            && Known(text, atoms, last + 1, before, units) is null)
        {
            last++;
        }

        return last;
    }

    private static bool Separates(string left, string leftAtom, string right, bool comma)
    {
        if (UnitWords.IsLevel(right))
        {
            // "UBND cấp huyện, cấp xã" and "UBND thành phố và xã, phường" are two bodies, "UBND xã, phường" is one group.
            return UnitWords.BodyOf(left) is not null && (!comma || UnitWords.IsOfLevel(right));
        }

        // "Văn phòng HĐND và UBND xã" is one office, "các sở, ban, ngành" one group.
        var isOneOffice = !comma && UnitWords.IsOffice(left) && left.EndsWith("HĐND", StringComparison.OrdinalIgnoreCase);
        var isOneGroup = UnitWords.IsBareGeneric(leftAtom) && UnitWords.ContinuesGenerics(right);
        return UnitWords.StartsUnit(right) && !isOneOffice && !isOneGroup;
    }

    /// <summary>The whole name of what shares a word with its neighbours; null if it shares none.</summary>
    private static string? SharedName(string name, string? before, string? lastAtom)
    {
        const string leaders = "Lãnh đạo";
        if (before is not null && UnitWords.StartsWith(before, "lãnh đạo") && UnitWords.IsBody(name))
        {
            return $"{leaders} {name}";
        }

        if (before is not null && UnitWords.IsLevel(name) && UnitWords.BodyOf(before) is { } body)
        {
            return $"{body} {name}";
        }

        // "UBND và Công an xã"
        return name.Equals("UBND", StringComparison.OrdinalIgnoreCase) && lastAtom is not null && UnitWords.LevelAtEndOf(lastAtom) is { } level
            ? $"{name} {level}"
            : null;
    }

    private static string Text(string text, List<Atom> atoms, int first, int last) => text[atoms[first].Start..atoms[last].End].Trim();

    private readonly record struct Atom(int Start, int End)
    {
        public string Of(string text) => text[Start..End].Trim();
    }
}
