using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using GovGraph.Plans.Evidence.Files;
using Xunit;

namespace GovGraph.Plans.Tests.Evidence.Files;

public sealed class FileInspectionTests
{
    private const string NoneOfThem = "it is none of the kinds that are taken";
    private const string WithMacros = "it has macros: save it without them, or as PDF";
    private const string BadZip = "its zip directory is damaged, encrypted or larger than that of a document";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1];
    private static readonly byte[] Signed = [0x30, 0x82, 0x10, 0x00, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, 0xA0];

    [Theory]
    [InlineData("%PDF-1.7\n%âãÏÓ", "a.pdf", "application/pdf")]
    [InlineData("%PDF-1.7\n<html><script>", "a.pdf", "application/pdf")]
    [InlineData("II*\0....", "a.tif", "image/tiff")]
    [InlineData("MM\0*....", "a.TIFF", "image/tiff")]
    [InlineData("ÿØÿà....", "ảnh.JPG", "image/jpeg")]
    public async Task What_begins_with_the_mark_of_a_format_is_of_that_format(string content, string name, string mediaType) =>
        Assert.Equal((mediaType, null), await Inspect(Encoding.Latin1.GetBytes(content), name));

    [Fact]
    public async Task Pictures_and_signed_messages_are_taken()
    {
        Assert.Equal(("image/png", null), await Inspect(Png, "a.png"));
        Assert.Equal(("application/pkcs7-mime", null), await Inspect(Signed, "a.pdf.p7m"));
        Assert.Equal(("application/pkcs7-mime", null), await Inspect([0x30, 0x80, .. Signed[4..]], "a.p7m"));
    }

    [Theory]
    [InlineData("Tên đơn vị,Số lượng\nUBND xã,3\n", "a.csv", "text/csv")]
    [InlineData("\uFEFFBáo cáo\tquý I\r\n", "a.txt", "text/plain")]
    [InlineData("1 < 2", "a.txt", "text/plain")]
    public async Task Text_in_UTF_8_is_taken(string content, string name, string mediaType) =>
        Assert.Equal((mediaType, null), await Inspect(Encoding.UTF8.GetBytes(content), name));

    [Theory]
    [InlineData("<!DOCTYPE html><p>", "it is markup or a script")]
    [InlineData(" \r\n\t<script>alert(1)</script>", "it is markup or a script")]
    [InlineData("\uFEFF<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "it is markup or a script")]
    [InlineData("<?xml version='1.0'?><x/>", "it is markup or a script")]
    [InlineData("#!/bin/sh\nrm -rf /", "it is markup or a script")]
    [InlineData("%!PS-Adobe-3.0", "it is markup or a script")]
    [InlineData("{\\rtf1 {\\object}}", "it is markup or a script")]
    [InlineData("MZ\u0090\0\u0003\0", NoneOfThem)]
    [InlineData("\u007FELF\u0002", NoneOfThem)]
    [InlineData("GIF89a\u0001\0", NoneOfThem)]
    [InlineData("a\0b", NoneOfThem)]
    public async Task What_is_not_on_the_list_is_not_taken_whatever_it_is_called(string content, string reason)
    {
        foreach (var name in (string[])["a.pdf", "a.txt", "a.html", "a"])
        {
            Assert.Equal((null, Refusal(name, reason)), await Inspect(Encoding.UTF8.GetBytes(content), name));
        }
    }

    [Fact]
    public async Task Text_is_read_to_its_end()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("đ", 100_000)));

        Assert.Equal(("text/plain", null), await Inspect(text, "a.txt"));
        Assert.Equal(("text/plain", null), await Inspect([(byte)'a', .. text], "a.txt"));
        Assert.Equal((null, Refusal("a.txt", NoneOfThem)), await Inspect([.. text, 0], "a.txt"));
        Assert.Equal((null, Refusal("a.txt", "its text is not UTF-8: save it as UTF-8")), await Inspect([.. text, 0xC4], "a.txt"));
        Assert.Equal((null, Refusal("a.txt", "its text is not UTF-8: save it as UTF-8")), await Inspect([.. text[..70_000], 0xFE, .. text], "a.txt"));
    }

    [Theory]
    [InlineData("%PDF-1.7", "a.docx", null, "The file 'a.docx' is not what its name says: its content is PDF, so its name must end with .pdf.")]
    [InlineData("%PDF-1.7", "a.pdf.exe", null, "The file 'a.pdf.exe' is not what its name says: its content is PDF, so its name must end with .pdf.")]
    [InlineData("%PDF-1.7", "a.pdf", "text/html", "The file 'a.pdf' is not what its media type says: its content is PDF, so the type is application/pdf, or left out.")]
    [InlineData("a,b", "a.pdf", null, "The file 'a.pdf' is not what its name says: its content is plain text or CSV, so its name must end with .txt or .csv.")]
    public async Task Name_type_and_content_agree(string content, string name, string? mediaType, string fault) =>
        Assert.Equal((null, fault), await Inspect(Encoding.UTF8.GetBytes(content), name, mediaType));

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("Application/PDF; charset=binary")]
    [InlineData("application/octet-stream")]
    [InlineData(null)]
    public async Task A_media_type_that_fits_or_says_nothing_is_taken(string? mediaType) =>
        Assert.Equal(("application/pdf", null), await Inspect("%PDF-1.7"u8.ToArray(), "a.pdf", mediaType));

    [Theory]
    [InlineData("word/document.xml", "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("xl/workbook.xml", "a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("ppt/presentation.xml", "a.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation")]
    public async Task Office_documents_are_told_apart_by_their_main_part(string part, string name, string mediaType)
    {
        Assert.Equal((mediaType, null), await Inspect(Zip("[Content_Types].xml", part), name));
        Assert.Equal((null, Refusal(name, WithMacros)), await Inspect(Zip("[Content_Types].xml", part, "word/vbaProject.bin"), name));
        Assert.Equal((null, Refusal(name, WithMacros)), await Inspect(Zip("[Content_Types].xml", part, "xl/macrosheets/sheet1.xml"), name));
        Assert.Equal((null, Refusal(name, NoneOfThem)), await Inspect(Zip(part), name));
        Assert.Equal((null, Refusal(name, NoneOfThem)), await Inspect(Zip([.. new HashSet<string> { "[Content_Types].xml", part, "xl/workbook.xml", "word/document.xml" }]), name));
    }

    [Fact]
    public async Task A_document_with_the_name_of_one_with_macros_is_not_taken() => Assert.Equal(
        (null, "The file 'a.docm' is not what its name says: its content is DOCX, so its name must end with .docx."),
        await Inspect(Zip("[Content_Types].xml", "word/document.xml"), "a.docm"));

    [Fact]
    public async Task Open_documents_and_signed_containers_say_what_they_are_at_their_beginning()
    {
        Assert.Equal(("application/vnd.oasis.opendocument.text", null), await Inspect(Typed("application/vnd.oasis.opendocument.text", "content.xml"), "a.odt"));
        Assert.Equal(("application/vnd.oasis.opendocument.spreadsheet", null), await Inspect(Typed("application/vnd.oasis.opendocument.spreadsheet", "content.xml"), "a.ods"));
        Assert.Equal((null, Refusal("a.odt", WithMacros)), await Inspect(Typed("application/vnd.oasis.opendocument.text", "Basic/script-lc.xml"), "a.odt"));
        Assert.Equal((null, Refusal("a.odt", NoneOfThem)), await Inspect(Typed("application/epub+zip", "content.xml"), "a.odt"));
        const string Container = "application/vnd.etsi.asic-e+zip";
        Assert.Equal((Container, null), await Inspect(Typed(Container, "a.pdf", "META-INF/signatures0.xml"), "a.asice"));
        Assert.Equal((null, Refusal("a.asice", "its container has no signature")), await Inspect(Typed(Container, "a.pdf"), "a.asice"));
        Assert.Equal(
            (null, Refusal("a.asice", "its container holds a file of a kind that is not taken")),
            await Inspect(Typed(Container, "a.exe", "META-INF/signatures0.xml"), "a.asice"));
    }

    [Fact]
    public async Task A_zip_file_that_programs_read_differently_is_not_taken()
    {
        var zip = Zip("[Content_Types].xml", "word/document.xml");
        byte[][] broken =
        [
            Zip("[Content_Types].xml", "word/document.xml", "WORD/document.xml"),
            [.. zip, .. "<script>"u8],
            zip[..^30],
            [.. zip[..^22], .. "PK\x05\x06"u8, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0],
            Zip([.. Enumerable.Range(0, 10_001).Select(i => $"{i}")]),
            "PK\x03\x04"u8.ToArray(),
        ];

        foreach (var content in broken)
        {
            Assert.Equal((null, Refusal("a.docx", BadZip)), await Inspect(content, "a.docx"));
        }
    }

    [Fact]
    public async Task Older_office_documents_are_told_apart_by_their_streams()
    {
        Assert.Equal(("application/msword", null), await Inspect(Compound("Root Entry", "WordDocument"), "a.doc"));
        Assert.Equal(("application/vnd.ms-excel", null), await Inspect(Compound("Root Entry", "Workbook"), "a.xls"));
        Assert.Equal((null, Refusal("a.doc", WithMacros)), await Inspect(Compound("Root Entry", "WordDocument", "Macros"), "a.doc"));
        Assert.Equal((null, Refusal("a.xls", WithMacros)), await Inspect(Compound("Workbook", "1", "2", "3", "4", "_VBA_PROJECT_CUR"), "a.xls"));
        Assert.Equal((null, Refusal("a.docx", "it is encrypted: save it without a password")), await Inspect(Compound("EncryptedPackage"), "a.docx"));
        Assert.Equal((null, Refusal("a.msi", NoneOfThem)), await Inspect(Compound("Root Entry", "\u4840\u3B3F"), "a.msi"));
    }

    [Fact]
    public async Task A_compound_file_that_runs_in_a_circle_or_ends_too_early_is_not_taken()
    {
        var circle = Compound("WordDocument");
        BinaryPrimitives.WriteUInt32LittleEndian(circle.AsSpan(512 + 4), 1);

        Assert.Equal((null, Refusal("a.doc", "its directory is damaged")), await Inspect(circle, "a.doc"));
        Assert.Equal((null, Refusal("a.doc", "its directory is damaged")), await Inspect(Compound("WordDocument")[..1100], "a.doc"));
        Assert.Equal((null, Refusal("a.doc", "its directory is damaged")), await Inspect(circle[..100], "a.doc"));
    }

    [Theory]
    [InlineData("a.pdf", null, null)]
    [InlineData("a.csv", "application/vnd.ms-excel", null)]
    [InlineData("a.pdf", "text/html", "A file .pdf is application/pdf.")]
    public void What_can_not_be_taken_is_known_before_it_comes(string name, string? mediaType, string? fault) =>
        Assert.Equal(fault, FileInspection.FaultOf(name, mediaType)?.ToString());

    [Theory]
    [InlineData("a.exe")]
    [InlineData("a.docm")]
    [InlineData("a.svg")]
    [InlineData("pdf")]
    [InlineData("")]
    public void A_name_ends_with_its_kind(string name) => Assert.Equal(
        "The name of a file ends with its kind. What is taken: .pdf, .docx, .xlsx, .pptx, .doc, .xls, .odt, .ods, .png, .jpg, .tif, .txt, .csv, .p7m, .asice.",
        FileInspection.FaultOf(name, null)?.ToString());

    private static string Refusal(string name, string reason) => $"The file '{name}' is not taken: {reason}. What is taken: {FileFormat.Taken}.";

    private static async Task<(string?, string?)> Inspect(byte[] content, string name, string? mediaType = null)
    {
        var (format, fault) = await FileInspection.Inspect(new MemoryStream(content), name, mediaType, TestContext.Current.CancellationToken);
        return (format?.MediaType, fault?.ToString());
    }

    private static byte[] Zip(params string[] names) => Packed(null, names);

    private static byte[] Typed(string type, params string[] names) => Packed(type, names);

    private static byte[] Packed(string? type, string[] names)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            if (type is not null)
            {
                using var written = zip.CreateEntry("mimetype", CompressionLevel.NoCompression).Open();
                written.Write(Encoding.ASCII.GetBytes(type));
            }

            foreach (var name in names)
            {
                zip.CreateEntry(name);
            }
        }

        return file.ToArray();
    }

    // A header, one sector of the FAT, and the directory.
    private static byte[] Compound(params string[] names)
    {
        var directories = (names.Length + 3) / 4;
        var file = new byte[512 * (2 + directories)];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(48), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(512), 0xFFFFFFFD);
        for (var i = 1; i <= directories; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(512 + i * 4), i == directories ? 0xFFFFFFFE : (uint)i + 1);
        }

        for (var i = 0; i < names.Length; i++)
        {
            var entry = file.AsSpan(1024 + i * 128);
            Encoding.Unicode.GetBytes(names[i], entry);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)(names[i].Length * 2 + 2));
        }

        return file;
    }
}
