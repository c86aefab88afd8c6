using System.Globalization;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Budgets;

/// <summary>An amount of money in đồng, with the text that prints it: <c>12.900.000</c>.</summary>
public readonly record struct Money(long Dong, string Text)
{
    private static readonly string[] Currencies = ["đồng", "vnđ", "vnd", "đ"];

    /// <summary>Reads digits, alone or in groups of three set apart by dots, with or without the name of the currency.</summary>
    internal static bool TryParse(string text, out Money money)
    {
        money = default;
        var digits = FoldedText.Fold(text);
        var currency = Array.Find(Currencies, currency => digits.EndsWith(currency, StringComparison.Ordinal));
        digits = digits[..^(currency?.Length ?? 0)].TrimEnd();

        var groups = digits.Split('.');
        if (groups[0].Length == 0 || (groups.Length > 1 && (groups[0].Length > 3 || groups.Skip(1).Any(group => group.Length != 3))))
        {
            return false;
        }

        if (!long.TryParse(string.Concat(groups), NumberStyles.None, CultureInfo.InvariantCulture, out var dong))
        {
            return false;
        }

        money = new Money(dong, text);
        return true;
    }
}
