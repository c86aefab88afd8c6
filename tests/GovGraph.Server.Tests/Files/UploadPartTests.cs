using GovGraph.Server.Files;
using Xunit;

namespace GovGraph.Server.Tests.Files;

public sealed class UploadPartTests
{
    [Theory]
    [InlineData("bytes 0-99/1000", 100L, 0, 100L, false)]
    [InlineData("bytes 900-999/1000", null, 900, 100L, false)]
    [InlineData("bytes 5-5/*", 1L, 5, 1L, false)]
    [InlineData("bytes */1000", 0L, 0, 0L, true)]
    [InlineData("bytes */1000", null, 0, 0L, true)]
    public void A_content_range_says_which_part_comes(string header, long? body, long offset, long? length, bool isQuestion) =>
        Assert.Equal(new UploadPart(offset, length, isQuestion), UploadPart.Read(header, body, 1000));

    [Fact]
    public void Without_one_it_is_the_file_from_its_beginning()
    {
        Assert.Equal(new UploadPart(0, 1000, false), UploadPart.Read(default, 1000, 1000));
        Assert.Equal(new UploadPart(0, null, false), UploadPart.Read(default, null, 1000));
    }

    [Theory]
    [InlineData("bytes 0-99/1001", 100L)]
    [InlineData("bytes 0-99/1000", 99L)]
    [InlineData("bytes 99-0/1000", 100L)]
    [InlineData("bytes -5/1000", 5L)]
    [InlineData("bytes 0-/1000", 1000L)]
    [InlineData("bytes 990-1000/1000", 11L)]
    [InlineData("bytes 0-99999999999999999999/1000", 100L)]
    [InlineData("bytes 9223372036854775807-9223372036854775807/*", 1L)]
    [InlineData("items 0-99/1000", 100L)]
    [InlineData("bytes 0-99,200-299/1000", 200L)]
    [InlineData("0-99", 100L)]
    [InlineData("", 100L)]
    public void What_is_no_part_of_the_file_is_none(string header, long body)
    {
        // A place behind every file is told by the upload itself.
        if (UploadPart.Read(header, body, 1000) is { } part) Assert.Equal(new UploadPart(long.MaxValue, 1, false), part);
    }
}
