namespace GovGraph.Plans.Evidence.Files;

/// <summary>What a compound file is by the names in it.</summary>
internal static class CompoundFormats
{
    private static readonly string[] Macros = ["Macros", "VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR"];

    public static Finding WithMacros => Finding.None("it has macros: save it without them, or as PDF");

    public static Finding Of(IReadOnlySet<string>? names) => names switch
    {
        null => Finding.None("its directory is damaged"),
        _ when names.Contains("EncryptedPackage") => Finding.None("it is encrypted: save it without a password"),
        _ when Macros.Any(names.Contains) => WithMacros,
        _ when names.Contains("WordDocument") => Finding.Of(FileFormat.Doc),
        _ when names.Contains("Workbook") || names.Contains("Book") => Finding.Of(FileFormat.Xls),
        _ => Finding.None("it is none of the kinds that are taken"),
    };
}
