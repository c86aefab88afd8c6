using System.Text;
using System.Text.Json;
using GovGraph.Conformance;

// Answers conformance cases: one JSON object a line in, one {"id": …, "result": …} a line out, in order.
Console.InputEncoding = Encoding.UTF8;
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
while (Console.In.ReadLine() is { } line)
{
    if (string.IsNullOrWhiteSpace(line)) continue;

    using var @case = JsonDocument.Parse(line);
    output.WriteLine(Case.Answer(@case.RootElement).ToJsonString());
}
