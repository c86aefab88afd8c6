namespace GovGraph.Plans.Text;

/// <summary>What texts of cells were found to mean, as plans have the same few words in most of theirs. What it has forgotten is worked out again.</summary>
/// <param name="workOut">Gives what a text means in a plan for a year; always the same, and something that never changes.</param>
internal sealed class Remembered<T>(Func<string, int, T> workOut)
    where T : class
{
    private const int Places = 4 * 1024;
    private const int Longest = 256;

    // No lock: a place is read and written whole, and what is found there is compared.
    private readonly Meaning?[] seen = new Meaning?[Places];

    /// <summary>What it means whatever the year is.</summary>
    public T Of(string text) => Of(text, 0);

    public T Of(string text, int year)
    {
        if (text.Length > Longest)
        {
            return workOut(text, year);
        }

        ref var place = ref seen[HashCode.Combine(text, year) & (Places - 1)];
        if (place is not { } meaning || meaning.Year != year || meaning.Text != text)
        {
            place = meaning = new Meaning(text, year, workOut(text, year));
        }

        return meaning.Value;
    }

    private sealed record Meaning(string Text, int Year, T Value);
}
