using System.Buffers;
using System.Text;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Files.Journals;
using Xunit;

namespace GovGraph.Storage.Tests.Files.Journals;

/// <summary>Lines as they stand on disks: what was written once must be read for ever.</summary>
public sealed class JournalReaderTests
{
    private const string OfTask =
        """
        {"seq":2,"time":"2024-03-15T09:30:00+07:00","who":"an","client":"tests","plan":"one-2024-cchc","planVersion":2,"task":"one-2024-cchc/1.1","before":{"version":1},"after":{"status":"IN_PROGRESS","statusNote":"Đang làm","evidence":[{"id":"one-2024-cchc/1.1/evidence/1","kind":"LINK","url":"https://example.vn/1","addedAt":"2024-03-15T09:30:00+07:00"}],"version":2},"sum":"ee09ae8e"}

        """;

    private const string OfIndicator =
        """
        {"seq":3,"time":"2024-07-02T09:30:00+07:00","plan":"one-2024-cchc","planVersion":3,"indicator":"one-2024-cchc/2.1","before":{"version":1},"after":{"values":[{"period":"2024-Q1","value":78.50,"note":"Tạm tính","recordedAt":"2024-07-02T09:30:00+07:00"}],"version":2},"sum":"c45a065a"}

        """;

    [Fact]
    public void The_line_of_a_task_is_read()
    {
        var changed = Read(OfTask);

        Assert.Equal((2L, "one-2024-cchc/1.1", 2L), (changed.Sequence, changed.NodeId, changed.PlanVersion));
        Assert.True(Assert.IsType<TaskProgress>(changed.Before).IsNone);
        Assert.Equal("one-2024-cchc/1.1/evidence/1", Assert.Single(Assert.IsType<TaskProgress>(changed.After).Evidence).Id);
    }

    [Fact]
    public void The_line_of_an_indicator_is_read()
    {
        var changed = Read(OfIndicator);

        Assert.Equal((3L, "one-2024-cchc/2.1", 3L), (changed.Sequence, changed.NodeId, changed.PlanVersion));
        Assert.True(Assert.IsType<IndicatorProgress>(changed.Before).IsNone);
        Assert.Equal("2024-Q1", Assert.Single(Assert.IsType<IndicatorProgress>(changed.After).Values).Period.ToString());
    }

    [Theory]
    [InlineData(OfTask)]
    [InlineData(OfIndicator)]
    public void Each_is_written_as_it_was_read(string line)
    {
        var written = new ArrayBufferWriter<byte>();

        JournalWriter.Write(written, Read(line));

        Assert.Equal(line.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(written.WrittenSpan));
    }

    private static NodeChanged Read(string line)
    {
        var content = JournalReader.Read(Encoding.UTF8.GetBytes(line.ReplaceLineEndings("\n")));
        Assert.Empty(content.Unreadable);
        return Assert.IsType<NodeChanged>(Assert.Single(content.Records));
    }
}
