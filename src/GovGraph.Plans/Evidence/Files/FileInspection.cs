namespace GovGraph.Plans.Evidence.Files;

/// <summary>Decides whether a file may be evidence: its content is of a kind that is taken, and its name and what the caller says of it agree.</summary>
public static class FileInspection
{
    /// <summary>The format of a file, or why it is not taken.</summary>
    /// <param name="content">All of it; it can be read from any place on.</param>
    /// <param name="name">Its name, cleaned.</param>
    /// <param name="mediaType">What the caller says that it is; null where nothing is said.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    public static async ValueTask<(FileFormat? Format, string? Fault)> Inspect(
        Stream content, string name, string? mediaType, CancellationToken cancellation = default)
    {
        var finding = await FileContent.Read(content, cancellation).ConfigureAwait(false);
        if (finding.Reason is { } reason)
        {
            return (null, $"The file '{name}' is not taken: {reason}. What is taken: {FileFormat.Taken}.");
        }

        var extension = FileName.ExtensionOf(name);
        if (finding.Formats.FirstOrDefault(format => format.IsCalled(extension)) is not { } found)
        {
            var (are, endings) = (string.Join(" or ", finding.Formats.Select(format => format.Name)), string.Join(" or ", finding.Formats.Select(format => format.Extensions[0])));
            return (null, $"The file '{name}' is not what its name says: its content is {are}, so its name must end with {endings}.");
        }

        return mediaType is null || found.IsOfType(mediaType)
            ? (found, null)
            : (null, $"The file '{name}' is not what its media type says: its content is {found.Name}, so the type is {found.MediaType}, or left out.");
    }

    /// <summary>Why no file of this name and type can be taken, whatever is in it; null where one can.</summary>
    public static string? FaultOf(string name, string? mediaType)
    {
        var extension = FileName.ExtensionOf(name);
        return FileFormat.All.FirstOrDefault(format => format.IsCalled(extension)) is not { } format
            ? $"The name of a file ends with its kind. What is taken: {FileFormat.Taken}."
            : mediaType is not null && !format.IsOfType(mediaType) ? $"A file {extension} is {format.MediaType}."
            : null;
    }
}
