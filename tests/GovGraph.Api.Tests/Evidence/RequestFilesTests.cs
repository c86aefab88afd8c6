using GovGraph.Api.Evidence;
using GovGraph.Plans.Text;
using GovGraph.Storage.Contents;
using Xunit;

namespace GovGraph.Api.Tests.Evidence;

public sealed class RequestFilesTests
{
    private static readonly FileUpload s_upload = new() { Id = "1", Name = "a.txt", Size = 1, Sha256 = "0", Owner = "", ExpiresAt = DateTimeOffset.UnixEpoch };

    private int _asked;

    [Fact]
    public async Task A_file_is_taken_in_once()
    {
        var files = new RequestFiles();

        foreach (var _ in Enumerable.Range(0, 3)) Assert.Equal((s_upload, null), await files.Take(Named("a"), isOnlyTried: false, () => Answer(s_upload, null)));
        Assert.Equal(1, _asked);
        await files.Take(Named("b"), isOnlyTried: false, () => Answer(s_upload, null));
        await files.Take(Named("a"), isOnlyTried: true, () => Answer(s_upload, null));
        Assert.Equal(3, _asked);
    }

    [Fact]
    public async Task A_file_that_was_refused_is_tried_again()
    {
        var (files, refusal) = (new RequestFiles(), new UploadRefusal(UploadFault.UploadIncomplete, new Wording("No.", "Không.")));

        Assert.Equal((null, refusal), await files.Take(Named("a"), isOnlyTried: false, () => Answer(null, refusal)));
        Assert.Equal((s_upload, null), await files.Take(Named("a"), isOnlyTried: false, () => Answer(s_upload, null)));
    }

    private static FileInput Named(string uploadId) => new(uploadId, null, null, null, null);

    private ValueTask<(FileUpload? Upload, UploadRefusal? Refusal)> Answer(FileUpload? upload, UploadRefusal? refusal)
    {
        _asked++;
        return new((upload, refusal));
    }
}
