using System.Text;
using GovGraph.Storage.Contents;
using Xunit;

namespace GovGraph.Storage.Tests.Contents;

/// <summary>Files as they lie on disks: what was begun with one version of the program is finished with the next.</summary>
public sealed class UploadJsonTests
{
    private const string Begun =
        """{"id":"0123456789abcdef0123456789abcdef","name":"B\u00E1o c\u00E1o.pdf","size":12,"sha256":"ab","owner":"","expiresAt":"2026-03-02T08:30:00+07:00","received":0,"pieces":0}""";

    private const string Finished =
        """{"id":"0123456789abcdef0123456789abcdef","name":"a.pdf","size":12,"sha256":"ab","declaredType":"application/pdf","owner":"key","expiresAt":"2026-03-02T08:30:00+07:00","input":"cd","received":12,"pieces":3,"mediaType":"application/pdf"}""";

    [Theory]
    [InlineData(Begun, false)]
    [InlineData(Finished, true)]
    public void An_upload_is_written_as_it_was_read(string file, bool isFinished)
    {
        var upload = UploadJson.Read(Encoding.UTF8.GetBytes(file))!;

        Assert.Equal(isFinished, upload.IsFinished);
        Assert.Equal(file, Encoding.UTF8.GetString(UploadJson.Write(upload)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"id":null,"name":"a","size":1,"sha256":"a","owner":"","expiresAt":"2026-03-02T08:30:00+07:00"}""")]
    [InlineData("""{"id":"a","name":"a","size":"1","sha256":"a","owner":"","expiresAt":"2026-03-02T08:30:00+07:00"}""")]
    public void What_is_not_one_is_none(string file) => Assert.Null(UploadJson.Read(Encoding.UTF8.GetBytes(file)));
}
