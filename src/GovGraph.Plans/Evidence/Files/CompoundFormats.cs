namespace GovGraph.Plans.Evidence.Files;

/// <summary>What a compound file is by the names in it.</summary>
internal static class CompoundFormats
{
    private static readonly string[] Macros = ["Macros", "VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR"];

    public static Finding WithMacros { get; } = Finding.None(
        new("it has macros: save it without them, or as PDF", "có macro: hãy lưu lại không có macro, hoặc ở dạng PDF"));

    public static Finding Of(IReadOnlySet<string>? names) => names switch
    {
        null => Finding.None(new("its directory is damaged", "danh mục của tệp bị hỏng")),
        _ when names.Contains("EncryptedPackage") => Finding.None(new("it is encrypted: save it without a password", "bị mã hóa: hãy lưu lại không có mật khẩu")),
        _ when Macros.Any(names.Contains) => WithMacros,
        _ when names.Contains("WordDocument") => Finding.Of(FileFormat.Doc),
        _ when names.Contains("Workbook") || names.Contains("Book") => Finding.Of(FileFormat.Xls),
        _ => Finding.NotTaken,
    };
}
