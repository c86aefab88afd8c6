using System.Text.Json;
using GovGraph.Plans.Text;

namespace GovGraph.Storage.Contents;

/// <summary>Why a file, or a part of it, was not taken.</summary>
/// <param name="Fault">The kind of reason.</param>
/// <param name="Wording">What is wrong and what to do.</param>
public sealed record UploadRefusal(UploadFault Fault, Wording Wording)
{
    public UploadRefusal(UploadFault fault, string english, string vietnamese)
        : this(fault, new Wording(english, vietnamese))
    {
    }

    /// <summary>In the language of whoever reads it now.</summary>
    public string Message => Wording.ToString();

    /// <summary>A stable word for programs: <c>PART_AHEAD</c>.</summary>
    public string Code { get; } = JsonNamingPolicy.SnakeCaseUpper.ConvertName(Fault.ToString());
}

/// <summary>The kinds of reasons.</summary>
public enum UploadFault
{
    /// <summary>There is no such upload, it has expired, or it is somebody else's.</summary>
    UploadNotFound,

    /// <summary>Not all of it has arrived.</summary>
    UploadIncomplete,

    /// <summary>The caller has too many uploads under way, or too many bytes.</summary>
    TooManyUploads,

    /// <summary>Bytes before the part have not arrived.</summary>
    PartAhead,

    /// <summary>Other bytes have arrived in its place.</summary>
    PartDiffers,

    /// <summary>It reaches beyond the end of the file.</summary>
    PartTooLong,

    /// <summary>The file comes in more pieces than are taken.</summary>
    TooManyParts,

    /// <summary>The SHA-256 of all bytes is not the one that was said.</summary>
    ContentDiffers,

    /// <summary>Its kind is not taken, or its name says another.</summary>
    FileNotAllowed,
}
