using System.Globalization;
using System.Text;
using System.Text.Json;
using GovGraph.Server.SamplePlans;

namespace GovGraph.Server.Tests.Fuzz;

/// <summary>Makes forms with files, as the multipart way of uploading has them, and spoils them.</summary>
internal sealed class FormMaker(Draw draw)
{
    private static readonly byte[][] s_beginnings = [[.. "%PDF-1.7\n"u8], [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF, 0xE0], [.. "PK\u0003\u0004"u8], [.. "<html>"u8], [.. "MZ"u8], []];

    public FuzzInput Make(RequestMaker requests, string operations)
    {
        var boundary = draw.Percent(90) ? "x123" : draw.Of(["", " ", new string('b', 80), "a;b", "--"]);
        var body = new List<byte>();
        if (draw.Percent(95)) Add("operations", operations, null);
        if (draw.Percent(95)) Add("map", Map(), null);
        for (var files = draw.Below(4); files > 0; files--)
        {
            Add(files.ToString(CultureInfo.InvariantCulture), null, draw.Percent(70) ? "a.pdf" : draw.Of(["", "../../a", "a\0b", "a\"b", "con", new string('n', 300), "é.html"]));
        }

        body.AddRange(Encoding.UTF8.GetBytes(draw.Percent(92) ? $"--{boundary}--\r\n" : ""));
        var bytes = draw.Percent(20) ? Mangling.Bytes(draw, [.. body]) : [.. body];
        return FuzzInput.Of("form", requests.PostForm(bytes, $"multipart/form-data; boundary={boundary}"));

        void Add(string name, string? text, string? file)
        {
            var head = $"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"{(file is null ? "" : $"; filename=\"{file}\"")}\r\n{(file is null ? "" : "Content-Type: application/pdf\r\n")}\r\n";
            body.AddRange(Encoding.UTF8.GetBytes(head));
            body.AddRange(text is null ? [.. draw.Of(s_beginnings), .. OddValues.Bytes(draw, 2000)] : Encoding.UTF8.GetBytes(text));
            body.AddRange("\r\n"u8);
        }
    }

    private string Map() => draw.Below(5) switch
    {
        0 => OddValues.Json(draw),
        1 => $$"""{"1":[{{JsonSerializer.Serialize(OddValues.Text(draw))}}]}""",
        2 => """{"1":["variables.v0.file"],"2":["variables.v0"]}""",
        3 => """{"1":["variables.v0","variables.v0","0.variables.v0"]}""",
        _ => "{}",
    };
}
