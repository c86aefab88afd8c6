namespace GovGraph.Plans.Evidence.Files;

/// <summary>What a zip file is by the names in it.</summary>
internal static class PackedFormats
{
    private static readonly (string Part, FileFormat Format)[] OfficeParts =
        [("word/document.xml", FileFormat.Docx), ("xl/workbook.xml", FileFormat.Xlsx), ("ppt/presentation.xml", FileFormat.Pptx)];

    public static Finding Of(ZipDirectory? zip)
    {
        if (zip is null)
        {
            return Finding.None(new(
                "its zip directory is damaged, encrypted or larger than that of a document", "danh mục nén bị hỏng, bị mã hóa hoặc lớn hơn của một văn bản"));
        }

        return zip.PackedType is { } type ? OfType(type, zip) : OfOffice(zip);
    }

    private static Finding OfType(string type, ZipDirectory zip)
    {
        if (FileFormat.All.FirstOrDefault(format => format.MediaType == type) is not { } found)
        {
            return Finding.NotTaken;
        }

        if (found == FileFormat.SignedContainer)
        {
            return OfContainer(zip);
        }

        // OpenDocument 1.3, part 2: macros lie in these folders.
        return zip.Names.Any(name => Starts(name, "Basic/") || Starts(name, "Scripts/")) ? WithMacros : Finding.Of(found);
    }

    // ETSI EN 319 162-1: the signatures in META-INF, what is signed beside them.
    private static Finding OfContainer(ZipDirectory zip)
    {
        var isSigned = zip.Names.Any(name => Starts(name, "META-INF/") && name.Contains("signature", StringComparison.OrdinalIgnoreCase));
        var stranger = zip.Names.FirstOrDefault(name => name != "mimetype" && !name.EndsWith('/') && !Starts(name, "META-INF/")
            && !FileFormat.All.Any(format => format.IsCalled(FileName.ExtensionOf(name))));
        return !isSigned ? Finding.None(new("its container has no signature", "gói ký số không có chữ ký"))
            : stranger is not null ? Finding.None(new("its container holds a file of a kind that is not taken", "gói ký số chứa loại tệp không được nhận"))
            : Finding.Of(FileFormat.SignedContainer);
    }

    // ECMA-376, part 2: the content types, and the main part of each program.
    private static Finding OfOffice(ZipDirectory zip)
    {
        var found = OfficeParts.Where(part => zip.Names.Contains(part.Part)).ToList();
        return found is not [var (_, format)] || !zip.Names.Contains("[Content_Types].xml") ? Finding.NotTaken
            : zip.Names.Any(IsMacro) ? WithMacros
            : Finding.Of(format);
    }

    private static bool IsMacro(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.EndsWith("vbaData.xml", StringComparison.OrdinalIgnoreCase)
        || Starts(name, "xl/macrosheets/") || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase);

    private static Finding WithMacros => CompoundFormats.WithMacros;

    private static bool Starts(string name, string folder) => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase);
}
