using GovGraph.GraphQL.Transport.Uploads;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Uploads;

public sealed class UploadedFilesTests
{
    [Fact]
    public void A_file_is_the_same_however_often_it_is_named()
    {
        var files = new UploadedFiles(new FormFileCollection { File("0"), File("1") });

        Assert.Equal(files.Get("0"), files.Get("0"));
        Assert.NotEqual(files.Get("0"), files.Get("1"));
    }

    private static FormFile File(string key) => new(Stream.Null, 0, 0, key, "a.txt");
}
