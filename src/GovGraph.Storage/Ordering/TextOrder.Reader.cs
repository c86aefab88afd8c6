namespace GovGraph.Storage.Ordering;

public static partial class TextOrder
{
    /// <summary>Reads a key letter by letter from its text: the words, a space, then the tones up to the last one that is not level.</summary>
    private struct Reader(string text)
    {
        private int position;
        private int written;
        private int pendingDigits;
        private bool isBreakDue;
        private bool areWordsDone;
        private int toneCount;
        private int toneRead;
        private Tones tones;

        /// <summary>The next character of the key; <see cref="End"/> behind the last one.</summary>
        public char Next()
        {
            if (areWordsDone)
            {
                return toneRead < toneCount ? (char)('0' + tones[toneRead++]) : End;
            }

            if (written < Length && NextOfWords() is not End and var c)
            {
                written++;
                return c;
            }

            areWordsDone = true;
            return EndOfWords;
        }

        private char NextOfWords()
        {
            if (pendingDigits > 0)
            {
                pendingDigits--;
                return text[position++];
            }

            while (position < text.Length && !char.IsLetterOrDigit(text[position]))
            {
                // A combining mark belongs to the letter before it.
                isBreakDue |= written > 0 && text[position] is < '\u0300' or > '\u036F';
                position++;
            }

            if (position == text.Length)
            {
                return End;
            }

            if (isBreakDue)
            {
                isBreakDue = false;
                return WordBreak;
            }

            return char.IsAsciiDigit(text[position]) ? NextNumber() : NextLetter();
        }

        /// <summary>The number's length; its digits, without leading zeros, come next.</summary>
        private char NextNumber()
        {
            var end = position;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            while (position < end && text[position] == '0')
            {
                position++;
            }

            pendingDigits = end - position;
            return (char)('0' + Math.Min(pendingDigits, LongestNumber));
        }

        private char NextLetter()
        {
            var c = char.ToLowerInvariant(text[position++]);
            var rank = c < Ranks.Length ? Ranks[c] : (short)-1;
            if (rank < 0)
            {
                return c;
            }

            tones[written] = (byte)(rank % TonesOfALetter);
            toneCount = tones[written] > 0 ? written + 1 : toneCount;
            return (char)('A' + rank / TonesOfALetter);
        }
    }

    [System.Runtime.CompilerServices.InlineArray(Length)]
    private struct Tones
    {
        private byte first;
    }
}
