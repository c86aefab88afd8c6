using GovGraph.Plans.Documents;
using Xunit;

namespace GovGraph.Plans.Tests.Seeds;

/// <summary>The five plans in seeds/, read once.</summary>
public static class SeedFiles
{
    private static readonly Lazy<Dictionary<string, Plan>> Plans = new(() => Ids!.ToDictionary(id => id, Read));

    public static string[] Ids { get; } =
        ["hung-yen-2021-papi", "my-hoa-hung-2024-kstthc", "thuong-lo-2020-cchc", "trung-trac-2022-papi", "trung-trac-2024-papi"];

    public static TheoryData<string> All => [.. Ids];

    public static Plan Plan(string id) => Plans.Value[id];

    public static byte[] Bytes(string id) => File.ReadAllBytes(Repository.Seed(id));

    private static Plan Read(string id)
    {
        var reading = PlanFile.Read(Bytes(id));
        return reading.Plan ?? throw new InvalidDataException(string.Join('\n', reading.Faults));
    }
}
