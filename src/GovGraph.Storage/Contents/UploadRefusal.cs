using System.Text.Json;
using GovGraph.Plans.Text;

namespace GovGraph.Storage.Contents;

/// <summary>Why a file, or a part of it, was not taken.</summary>
/// <param name="Fault">The kind of reason.</param>
/// <param name="Wording">What is wrong and what to do.</param>
public sealed record UploadRefusal(UploadFault Fault, Wording Wording)
{
    private UploadRefusal(UploadFault fault, string english, string vietnamese)
        : this(fault, new Wording(english, vietnamese))
    {
    }

    /// <summary>In the language of whoever reads it now.</summary>
    public string Message => Wording.ToString();

    /// <summary>A stable word for programs: <c>PART_AHEAD</c>.</summary>
    public string Code { get; } = JsonNamingPolicy.SnakeCaseUpper.ConvertName(Fault.ToString());

    public static UploadRefusal NotFound(string id) => new(
        UploadFault.UploadNotFound,
        $"There is no upload {id}, or it has expired, or another key has begun it. Begin one with createUpload.",
        $"Không có lần tải lên {id}, hoặc đã hết hạn, hoặc do khóa khác bắt đầu. Hãy bắt đầu bằng createUpload.");

    internal static UploadRefusal GivenUp => new(
        UploadFault.UploadNotFound,
        "The upload was given up meanwhile. Begin another one.",
        "Lần tải lên đã bị bỏ trong lúc này. Hãy bắt đầu lần khác.");

    internal static UploadRefusal TooManyUploads(UploadUsage usage, FileLimits limits) => new(
        UploadFault.TooManyUploads,
        $"{usage.Unfinished} uploads are not finished, and {usage.Bytes} bytes were handed in lately; at most {limits.MaxOpenUploads} and {limits.MaxUploadedBytes} are taken. Finish some, or try again in some hours.",
        $"{usage.Unfinished} lần tải lên chưa xong và {usage.Bytes} byte đã được gửi gần đây; chỉ nhận tối đa {limits.MaxOpenUploads} lần và {limits.MaxUploadedBytes} byte. Hãy hoàn tất một số lần, hoặc thử lại sau vài giờ.");

    internal static UploadRefusal PartTooLong(FileUpload upload, long offset, int length) => new(
        UploadFault.PartTooLong,
        $"The file has {upload.Size} bytes; this part of {length} begins at {offset}.",
        $"Tệp có {upload.Size} byte; phần này gồm {length} byte bắt đầu từ byte {offset}.");

    internal static UploadRefusal PartAhead(FileUpload upload, long offset) => new(
        UploadFault.PartAhead,
        $"{upload.Received} bytes have arrived, and this part begins at {offset}. Go on at {upload.Received}.",
        $"Đã nhận {upload.Received} byte, còn phần này bắt đầu từ byte {offset}. Hãy gửi tiếp từ byte {upload.Received}.");

    internal static UploadRefusal PartDiffers(FileUpload upload) => new(
        UploadFault.PartDiffers,
        $"Other bytes have arrived before in the place of this part. Go on at {upload.Received}, or begin another upload.",
        $"Trước đó đã nhận nội dung khác ở vị trí của phần này. Hãy gửi tiếp từ byte {upload.Received}, hoặc bắt đầu lần tải lên khác.");

    internal static UploadRefusal TooManyParts(FileUpload upload) => new(
        UploadFault.TooManyParts,
        $"The file has come in {upload.Pieces} pieces, which is as many as are taken. Begin another upload and send larger parts.",
        $"Tệp đã đến trong {upload.Pieces} phần, là số phần tối đa. Hãy bắt đầu lần tải lên khác với các phần lớn hơn.");

    internal static UploadRefusal Incomplete(FileUpload upload) => new(
        UploadFault.UploadIncomplete,
        $"{upload.Received} of {upload.Size} bytes have arrived: send the others first.",
        $"Mới nhận {upload.Received} trong {upload.Size} byte: hãy gửi nốt phần còn lại.");

    internal static UploadRefusal ContentDiffers(FileUpload upload, long length, string sha256) => new(
        UploadFault.ContentDiffers,
        $"The {length} bytes that arrived have the SHA-256 {sha256}, not {upload.Sha256}; they were thrown away. Check the file, and begin another upload.",
        $"{length} byte đã nhận có mã SHA-256 {sha256}, không phải {upload.Sha256}; nội dung đã bị bỏ. Hãy kiểm tra tệp và bắt đầu lần tải lên khác.");
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
