namespace GovGraph.GraphQL.Language;

internal ref partial struct Lexer
{
    /// <summary>IntValue :: IntegerPart; FloatValue :: IntegerPart FractionalPart? ExponentPart?</summary>
    private Token Number()
    {
        var end = _position;
        if (At(end) == '-') end++;

        if (At(end) == '0')
        {
            end++;
            if (char.IsAsciiDigit(At(end))) return Invalid(end, $"Invalid number, unexpected digit after 0: {Describe(end)}.");
        }
        else if (!SkipDigits(ref end))
        {
            return ExpectedDigit(end);
        }

        var kind = TokenKind.Int;
        if (At(end) == '.')
        {
            kind = TokenKind.Float;
            end++;
            if (!SkipDigits(ref end)) return ExpectedDigit(end);
        }

        if (At(end) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            end++;
            if (At(end) is '+' or '-') end++;
            if (!SkipDigits(ref end)) return ExpectedDigit(end);
        }

        // A number must not run into a name or a second fraction: 1.2.3, 0xF1, 12a.
        return At(end) == '.' || CodePoints.IsNameStart(At(end)) ? ExpectedDigit(end) : Take(kind, end);
    }

    private readonly bool SkipDigits(ref int position)
    {
        var start = position;
        while (char.IsAsciiDigit(At(position))) position++;

        return position > start;
    }

    private Token ExpectedDigit(int position) => Invalid(position, $"Invalid number, expected digit but got: {Describe(position)}.");

    private readonly string Describe(int position) => CodePoints.Describe(_source, position);
}
