using GovGraph.Plans.Text;

namespace GovGraph.Plans.Evidence.Files;

/// <summary>Decides whether a file may be evidence: its content is of a kind that is taken, and its name and what the caller says of it agree.</summary>
public static class FileInspection
{
    /// <summary>The format of a file, or why it is not taken.</summary>
    /// <param name="content">All of it; it can be read from any place on.</param>
    /// <param name="name">Its name, cleaned.</param>
    /// <param name="mediaType">What the caller says that it is; null where nothing is said.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    public static async ValueTask<(FileFormat? Format, Wording? Fault)> Inspect(
        Stream content, string name, string? mediaType, CancellationToken cancellation = default)
    {
        var finding = await FileContent.Read(content, cancellation).ConfigureAwait(false);
        if (finding.Reason is { } reason)
        {
            return (null, new(
                $"The file '{name}' is not taken: {reason.English}. What is taken: {FileFormat.Taken}.",
                $"Không nhận tệp '{name}': {reason.Vietnamese}. Các loại được nhận: {FileFormat.Taken}."));
        }

        var extension = FileName.ExtensionOf(name);
        if (finding.Formats.FirstOrDefault(format => format.IsCalled(extension)) is not { } found)
        {
            var (are, endings) = (string.Join(" or ", finding.Formats.Select(format => format.Name)), string.Join(" or ", finding.Formats.Select(format => format.Extensions[0])));
            return (null, new(
                $"The file '{name}' is not what its name says: its content is {are}, so its name must end with {endings}.",
                $"Tệp '{name}' không đúng như tên: nội dung là {are}, nên tên phải kết thúc bằng {endings}."));
        }

        return mediaType is null || found.IsOfType(mediaType)
            ? (found, null)
            : (null, new(
                $"The file '{name}' is not what its media type says: its content is {found.Name}, so the type is {found.MediaType}, or left out.",
                $"Tệp '{name}' không đúng như kiểu nội dung (media type): nội dung là {found.Name}, nên kiểu là {found.MediaType}, hoặc bỏ trống."));
    }

    /// <summary>Why no file of this name and type can be taken, whatever is in it; null where one can.</summary>
    public static Wording? FaultOf(string name, string? mediaType)
    {
        var extension = FileName.ExtensionOf(name);
        return FileFormat.All.FirstOrDefault(format => format.IsCalled(extension)) is not { } format
            ? new($"The name of a file ends with its kind. What is taken: {FileFormat.Taken}.", $"Tên tệp kết thúc bằng loại của tệp. Các loại được nhận: {FileFormat.Taken}.")
            : mediaType is not null && !format.IsOfType(mediaType) ? new($"A file {extension} is {format.MediaType}.", $"Tệp {extension} có kiểu {format.MediaType}.")
            : null;
    }
}
