using System.Text;
using System.Text.Json;
using GovGraph.Plans.Documents;
using Xunit;

namespace GovGraph.Plans.Tests.Documents;

public sealed class SharedTextTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new SharedTextConverter() } };

    private static string[] Read(string json) => JsonSerializer.Deserialize<string[]>(json, Options)!;

    [Fact]
    public void Equal_texts_are_one_object_however_they_are_escaped()
    {
        var texts = Read("""["Thường xuyên", "Thư\u1EDDng xuyên"]""");

        Assert.Equal("Thường xuyên", texts[0]);
        Assert.Same(texts[0], texts[1]);
    }

    [Fact]
    public void Different_texts_stay_what_they_are()
    {
        string[] texts = [.. Enumerable.Range(0, 100_000).Select(number => $"Nhiệm vụ {number}")];

        Assert.Equal(texts, Read(JsonSerializer.Serialize(texts)));
    }

    [Fact]
    public void Long_texts_are_read_as_they_are() => Assert.Equal([new string('ố', 5_000), ""], Read($"""["{new string('ố', 5_000)}", ""]"""));

    [Fact]
    public void Bytes_that_are_not_text_are_refused() => Assert.Throws<DecoderFallbackException>(() => SharedText.Of([0xC3]));
}
