using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using GovGraph.GraphQL.Diagnostics;
using GovGraph.GraphQL.Tests.Transport;
using GovGraph.GraphQL.Transport;
using Xunit;

namespace GovGraph.GraphQL.Tests.Diagnostics;

/// <summary>The tables of docs/operations.md and what is told are the same.</summary>
public sealed partial class OperationsDocumentTests
{
    // A span is called by the kind of its operation as soon as that is known.
    private static readonly string[] s_operations = ["query", "mutation", "subscription"];

    [Fact]
    public void Every_instrument_stands_in_the_document()
    {
        using var diagnostics = new EngineDiagnostics();
        var published = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter == diagnostics.Meter) published.Add($"{instrument.Name} {instrument.GetType().Name.Split('`')[0]} {instrument.Unit}");
        };
        listener.Start();
        var executor = CountingSchema.Executor(diagnostics: diagnostics);
        Assert.Same(diagnostics, executor.Diagnostics);
        using var gate = new ExecutionGate(1, 1);
        diagnostics.Watch(gate);

        Assert.Equal(
            published.Order(StringComparer.Ordinal),
            Table("Measurements").Select(cells => $"{cells[0]} {cells[1]} {cells[2]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_span_stands_in_the_document() => Assert.Equal(
        Constants(typeof(Spans)).Where(name => name != Spans.ErrorEvent).Concat(s_operations).Order(StringComparer.Ordinal),
        Table("Spans").Select(cells => cells[0]).Where(name => !name.StartsWith("graphql.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_tag_stands_in_the_document() => Assert.Equal(
        Constants(typeof(Tags)).Order(StringComparer.Ordinal),
        Table("Spans").Select(cells => cells[0]).Where(name => name.StartsWith("graphql.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Constants(Type names) =>
        names.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

    /// <summary>The rows below a heading whose first cell is a name.</summary>
    private static IEnumerable<string[]> Table(string heading)
    {
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));
        var section = document.Split($"### {heading}\n")[1].Split("\n#")[0];
        return Rows().Matches(section).Select(row => row.Value.Split('|', StringSplitOptions.TrimEntries).Skip(1).Select(cell => cell.Trim('`')).ToArray());
    }

    [GeneratedRegex("^\\| `.*$", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
