using System.Text;
using System.Text.Unicode;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Evidence.Files;

/// <summary>Whether a content is text that no program takes for something else.</summary>
internal static class PlainText
{
    private const int BlockLength = 64 * 1024;
    private const int LongestLetter = 4;

    /// <summary>Null where it is text, else why it is none.</summary>
    public static async ValueTask<Wording?> Read(Stream content, CancellationToken cancellation)
    {
        content.Position = 0;
        var block = new byte[BlockLength + LongestLetter];
        var (kept, isFirst) = (0, true);
        while (await content.ReadAtLeastAsync(block.AsMemory(kept, BlockLength), BlockLength, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) is > 0 and var count)
        {
            var bytes = block.AsMemory(0, kept + count);

            // A letter may go on in the next block.
            var isLast = content.Position == content.Length;
            var whole = isLast ? bytes.Length : WholeLetters(bytes.Span);
            if (Fault(bytes.Span[..whole], isFirst) is { } fault)
            {
                return fault;
            }

            kept = bytes.Length - whole;
            bytes.Span[whole..].CopyTo(block);
            isFirst = false;
        }

        return null;
    }

    private static Wording? Fault(ReadOnlySpan<byte> text, bool isFirst)
    {
        foreach (var letter in text)
        {
            if (letter is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') or 0x7F)
            {
                return Finding.NotTaken.Reason;
            }
        }

        if (!Utf8.IsValid(text))
        {
            return new("its text is not UTF-8: save it as UTF-8", "văn bản không ở dạng UTF-8: hãy lưu lại ở dạng UTF-8");
        }

        return isFirst && IsProgram(text) ? new("it is markup or a script", "là mã đánh dấu hoặc kịch bản") : null;
    }

    // https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type: what a browser would take for HTML or XML begins so.
    private static bool IsProgram(ReadOnlySpan<byte> text)
    {
        text = text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;
        text = text.TrimStart(" \t\r\n\f"u8);
        return text.StartsWith("<"u8) || text.StartsWith("#!"u8) || text.StartsWith("%!"u8) || text.StartsWith("{\\rtf"u8);
    }

    private static int WholeLetters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back < LongestLetter && back <= bytes.Length; back++)
        {
            // The byte that begins a letter of several.
            if (bytes[^back] >= 0xC0)
            {
                return bytes.Length - back;
            }
        }

        return bytes.Length;
    }
}
