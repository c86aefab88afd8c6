using System.Globalization;
using GovGraph.Plans;
using GovGraph.Plans.Documents;

namespace GovGraph.Benchmarks.Stores;

/// <summary>The same questions to both stores, over generated plans: bench/stores.sh.</summary>
internal static class StoreComparison
{
    /// <param name="folder">Plan files that <c>generate</c> made.</param>
    /// <param name="sizes">How many of them are to be in a store.</param>
    public static async Task Run(string folder, IReadOnlyList<int> sizes)
    {
        string[] files = [.. Directory.GetFiles(folder, "*.json").OrderBy(File.GetLastWriteTimeUtc).ThenBy(file => file, StringComparer.Ordinal)];
        Console.WriteLine($"Load of the machine: {File.ReadAllText("/proc/loadavg").Trim()}; {Environment.ProcessorCount} processors, {Environment.Version}");
        DocumentSizes.Print([.. files.Take(sizes.Min()).Select(Read)]);
        await EmbeddedRun.Print(files, sizes);
        await MongoRun.Print(files, sizes);
    }

    public static Plan Read(string file) => PlanFile.Read(File.ReadAllBytes(file)).Plan ?? throw new InvalidOperationException($"{file} is not a plan.");

    public static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
