using System.Collections.Immutable;
using System.Globalization;

namespace GovGraph.Plans.Text;

/// <summary>A place in the tokens of one clause. A recogniser reads ahead on a copy and keeps it only if it succeeds.</summary>
internal struct Cursor
{
    private readonly string text;
    private readonly ImmutableArray<Token> tokens;
    private readonly int end;

    public Cursor(string text, ImmutableArray<Token> tokens, int start, int end)
    {
        (this.text, this.tokens, Position, this.end) = (text, tokens, start, end);
    }

    public int Position { get; private set; }

    public readonly bool AtEnd => Position >= end;

    /// <summary>Takes the words of a phrase, if they come next.</summary>
    public bool Take(string phrase)
    {
        var position = Position;
        foreach (var word in phrase.AsSpan().Split(' '))
        {
            if (position >= end || !tokens[position].Value.AsSpan().SequenceEqual(phrase.AsSpan(word)))
            {
                return false;
            }

            position++;
        }

        Position = position;
        return true;
    }

    /// <summary>Takes the first of the phrases that comes next.</summary>
    public bool TakeAny(params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Take(phrase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a number of that many digits.</summary>
    public bool TakeNumber(int minDigits, int maxDigits, out int number)
    {
        number = 0;
        if (AtEnd || tokens[Position] is not { Kind: TokenKind.Number, Value: var digits }
            || digits.Length < minDigits || digits.Length > maxDigits)
        {
            return false;
        }

        number = int.Parse(digits, CultureInfo.InvariantCulture);
        Position++;
        return true;
    }

    public bool TakeNumber(out int number) => TakeNumber(1, 3, out number);

    /// <summary>Takes one token, whatever it is.</summary>
    public Token TakeToken() => tokens[Position++];

    public readonly bool StartsWithWord => !AtEnd && tokens[Position].Kind == TokenKind.Word;

    public readonly bool StartsWith(string phrase)
    {
        var ahead = this;
        return ahead.Take(phrase);
    }

    public readonly Cursor At(int position) => new(text, tokens, position, end);

    public readonly Cursor Until(int position) => new(text, tokens, Position, position);

    /// <summary>The text from a place up to here, as printed; null if there is none.</summary>
    public readonly string? TextSince(int position) =>
        position < Position ? text[tokens[position].Start..tokens[Position - 1].End] : null;

    /// <summary>Takes all that is left and gives it as printed; null if nothing is left.</summary>
    public string? TakeRest()
    {
        var start = Position;
        Position = Math.Max(Position, end);
        return TextSince(start);
    }
}
