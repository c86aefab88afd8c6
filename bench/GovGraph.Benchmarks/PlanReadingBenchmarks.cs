using System.Text;
using BenchmarkDotNet.Attributes;
using GovGraph.Plans.Documents;
using GovGraph.Storage;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Documents;

namespace GovGraph.Benchmarks;

/// <summary>What it costs to make a plan of its bytes, without any server: of the document as MongoDB sends it, and of the plan's file.</summary>
public class PlanReadingBenchmarks
{
    private byte[] _document = [];
    private byte[] _file = [];

    [Params("thuong-lo-2020-cchc", "trung-trac-2022-papi")]
    public string Plan { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _file = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "seeds", $"{Plan}.json"));
        var plan = PlanFile.Read(_file).Plan!;
        var insertion = new PlanChange("0123456789abcdef0123456789abcdef", plan.Version, new ChangeRecord(DateTimeOffset.UnixEpoch));
        _document = Sent(PlanBson.Write(plan, insertion));
        if (!PlanFile.Write(PlanReader.Read(_document)).AsSpan().SequenceEqual(_file)) throw new InvalidOperationException($"{Plan} is another plan when it comes back.");
        Console.WriteLine($"{Plan}: file {_file.Length:N0} bytes, document {_document.Length:N0} bytes");
    }

    [Benchmark]
    public int Document() => PlanReader.Read(_document).Tasks.Length;

    [Benchmark]
    public int PlansFile() => PlanFile.Read(_file).Plan!.Tasks.Length;

    /// <summary>The document without what is never read back.</summary>
    private static byte[] Sent(byte[] document)
    {
        using var writer = new BsonWriter();
        writer.Begin();
        Copy(writer, new BsonReader(document), "");
        return writer.End().Written.ToArray();
    }

    private static void Copy(BsonWriter writer, BsonReader members, string path)
    {
        while (members.Next())
        {
            var isItem = members.Name is [>= (byte)'0' and <= (byte)'9', ..];
            var name = isItem ? path : path.Length == 0 ? Encoding.UTF8.GetString(members.Name) : $"{path}.{Encoding.UTF8.GetString(members.Name)}";
            if (PlanReader.Derived.Contains(name)) continue;
            var member = isItem ? default : members.Name;
            if (members.Type == BsonType.Document) writer.BeginDocument(member);
            else if (members.Type == BsonType.Array) writer.BeginArray(member);
            else
            {
                writer.Raw(member, members.Type, members.Value);
                continue;
            }

            Copy(writer, members.Enter(), name);
            writer.End();
        }
    }
}
