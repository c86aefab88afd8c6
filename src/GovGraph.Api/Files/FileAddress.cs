namespace GovGraph.Api.Files;

/// <summary>Where files are sent to and fetched from: paths of this server.</summary>
public static class FileAddress
{
    public const string Uploads = "/uploads";

    public const string Files = "/files";

    public static string OfUpload(string id) => $"{Uploads}/{id}";

    /// <summary>By the evidence that names it, so that whoever may not see that can't fetch the file either.</summary>
    public static string OfEvidence(string id) => $"{Files}/{string.Join('/', id.Split('/').Select(Uri.EscapeDataString))}";
}
