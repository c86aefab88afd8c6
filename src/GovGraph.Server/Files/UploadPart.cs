using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GovGraph.Server.Files;

/// <summary>Which part of a file a PUT brings: as RFC 9110 (14.4) has <c>Content-Range</c>, and all of it where there is none.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">How long it is; null where only the end of the body tells.</param>
/// <param name="IsQuestion"><c>bytes */total</c>: nothing is brought, the caller asks how much has arrived.</param>
internal readonly record struct UploadPart(long Offset, long? Length, bool IsQuestion)
{
    /// <summary>Null where the header is none, or speaks of a file of another length.</summary>
    public static UploadPart? Read(StringValues contentRange, long? contentLength, long size)
    {
        if (contentRange.Count == 0) return new(0, contentLength, false);
        if (contentRange.Count > 1 || !ContentRangeHeaderValue.TryParse(contentRange[0], out var range) || range.Unit != "bytes") return null;
        if (range.Length is { } total && total != size) return null;
        if (!range.HasRange) return new(0, 0, true);

        var length = range.To!.Value - range.From!.Value + 1;
        return contentLength is null || contentLength == length ? new(range.From.Value, length, false) : null;
    }
}
