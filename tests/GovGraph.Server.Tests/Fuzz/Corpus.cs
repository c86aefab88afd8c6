using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GovGraph.GraphQL.Types;
using GovGraph.Plans.Documents;
using GovGraph.Server.Commands;

namespace GovGraph.Server.Tests.Fuzz;

/// <summary>What is there to begin with: the schema, the operations that are written down, and the names of real things.</summary>
internal sealed partial class Corpus
{
    private Corpus(Schema schema, ImmutableArray<string> documents, ImmutableArray<string> ids, ImmutableArray<string> units) =>
        (Schema, Documents, Ids, Units) = (schema, documents, ids, units);

    public Schema Schema { get; }

    /// <summary>The queries of the README and of the questions.</summary>
    public ImmutableArray<string> Documents { get; }

    public ImmutableArray<string> Ids { get; }

    public ImmutableArray<string> Units { get; }

    public static Corpus Read()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var questions = Directory.GetFiles(Path.Combine(Repository.Root, "tests/GovGraph.Server.Tests/Questions"), "*.graphql");
        var seeds = Directory.GetFiles(Repository.Seeds, "*.json");
        var plans = seeds.Order(StringComparer.Ordinal).Select(file => PlanFile.Read(File.ReadAllBytes(file)).Plan!).ToList();
        return new(
            OwnSchema.Get(),
            [
                .. Queries().Matches(readme).Select(match => match.Groups[1].Value),
                .. questions.Order(StringComparer.Ordinal).Select(File.ReadAllText),
            ],
            [.. plans.SelectMany(plan => plan.Tasks.Select(task => task.Id).Concat(plan.Indicators.Select(indicator => indicator.Id)).Append(plan.Id))],
            [.. plans.SelectMany(plan => plan.Units.Select(unit => unit.Name)).Distinct()]);
    }

    [GeneratedRegex("```graphql\n(query.*?)```", RegexOptions.Singleline)]
    private static partial Regex Queries();
}
