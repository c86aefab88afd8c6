using System.Collections.Immutable;

namespace GovGraph.Plans.Evidence.Files;

/// <summary>A kind of file that is taken as evidence, and how names and callers call it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="MediaType">What it is served as.</param>
/// <param name="Extensions">How its name may end; the usual one first.</param>
/// <param name="OtherTypes">What programs say of it beside its media type.</param>
public sealed record FileFormat(string Name, string MediaType, ImmutableArray<string> Extensions, params ImmutableArray<string> OtherTypes)
{
    internal static readonly FileFormat Pdf = new("PDF", "application/pdf", [".pdf"], "application/x-pdf");
    internal static readonly FileFormat Docx = new("DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"]);
    internal static readonly FileFormat Xlsx = new("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"]);
    internal static readonly FileFormat Pptx = new("PPTX", "application/vnd.openxmlformats-officedocument.presentationml.presentation", [".pptx"]);
    internal static readonly FileFormat Doc = new("DOC", "application/msword", [".doc"]);
    internal static readonly FileFormat Xls = new("XLS", "application/vnd.ms-excel", [".xls"]);
    internal static readonly FileFormat Odt = new("ODT", "application/vnd.oasis.opendocument.text", [".odt"]);
    internal static readonly FileFormat Ods = new("ODS", "application/vnd.oasis.opendocument.spreadsheet", [".ods"]);
    internal static readonly FileFormat Png = new("PNG", "image/png", [".png"]);
    internal static readonly FileFormat Jpeg = new("JPEG", "image/jpeg", [".jpg", ".jpeg", ".jpe"], "image/jpg", "image/pjpeg");
    internal static readonly FileFormat Tiff = new("TIFF", "image/tiff", [".tif", ".tiff"], "image/x-tiff");
    internal static readonly FileFormat Text = new("plain text", "text/plain", [".txt"]);

    // Windows calls it by the program that opens it.
    internal static readonly FileFormat Csv = new("CSV", "text/csv", [".csv"], "text/plain", "application/csv", "application/vnd.ms-excel");
    internal static readonly FileFormat SignedMessage = new("P7M", "application/pkcs7-mime", [".p7m"], "application/x-pkcs7-mime");
    internal static readonly FileFormat SignedContainer = new("ASiC-E", "application/vnd.etsi.asic-e+zip", [".asice", ".sce"], "application/zip");

    /// <summary>Nothing else is taken.</summary>
    public static ImmutableArray<FileFormat> All { get; } =
        [Pdf, Docx, Xlsx, Pptx, Doc, Xls, Odt, Ods, Png, Jpeg, Tiff, Text, Csv, SignedMessage, SignedContainer];

    /// <summary>What can be handed in, in words.</summary>
    public static string Taken { get; } = string.Join(", ", All.Select(format => format.Extensions[0]));

    public bool IsCalled(string extension) => Extensions.Contains(extension);

    /// <summary>Whether a media type, perhaps with parameters, speaks of it.</summary>
    public bool IsOfType(string mediaType)
    {
        var type = mediaType.AsSpan();
        type = (type.IndexOf(';') is >= 0 and var end ? type[..end] : type).Trim();
        var named = type.ToString();
        return Is(MediaType) || OtherTypes.Any(Is) || Is("application/octet-stream");

        bool Is(string other) => string.Equals(named, other, StringComparison.OrdinalIgnoreCase);
    }
}
