using System.Text;
using GovGraph.GraphQL.Types;
using GovGraph.GraphQL.Validation;
using GovGraph.GraphQL.Validation.Merging;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Merging;

/// <summary>The quick check and the exact search agree: on random documents, always the same ones.</summary>
public sealed class MergingAgreementTests
{
    private const int Documents = 1_000;

    private static readonly string[] Types = ["Plan", "Task", "Plan", "Task", "Unit", "Hidden", "Found", "Node"];

    [Fact]
    public void What_the_check_passes_holds_no_conflict()
    {
        var random = new Random(20_250_901);
        var (passed, conflicting, undecided) = (0, 0, 0);
        for (var i = 0; i < Documents; i++)
        {
            var query = Document(random);
            var passes = new MergeCheck(Context(query), new WorkBudget(1_000_000)).Passes();
            var conflicts = Conflicts(query);
            Assert.True(!passes || conflicts == 0, query);
            if (passes) passed++;
            else if (conflicts > 0) conflicting++;
            else undecided++;
        }

        // The documents are of all kinds, and it is seldom that only the search can tell.
        Assert.InRange(passed, Documents / 5, Documents);
        Assert.InRange(conflicting, Documents / 5, Documents);
        Assert.InRange(undecided, 1, Documents / 20);
    }

    private static ValidationContext Context(string query) =>
        new(RuleTest.Schema, RuleTest.Parse(query), ValidationOptions.Default, TestContext.Current.CancellationToken);

    private static int Conflicts(string query) =>
        RuleTest.Validate(query, ValidationOptions.SpecificationOnly).Count(error => error.Rule == "OverlappingFieldsCanBeMerged");

    private static string Document(Random random)
    {
        var fragments = random.Next(4);
        var aliases = random.NextDouble() * 0.3;
        var text = new StringBuilder("query { found ");
        Append(text, random, "Found", depth: 0, fragments, aliases);
        text.Append("other: found { ... on Plan { lead ");
        Append(text, random, "Unit", depth: 2, fragments, aliases);
        text.Append("} ... on Task { lead ");
        Append(text, random, "Unit", depth: 2, fragments, aliases);
        text.Append("} } }");
        for (var i = 0; i < fragments; i++)
        {
            var type = Types[random.Next(Types.Length)];
            text.Append($" fragment F{i} on {type} ");
            Append(text, random, type, depth: 1, fragments, aliases);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Random random, string typeName, int depth, int fragments, double aliases)
    {
        text.Append("{ ");
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var choice = random.NextDouble();
            if (choice < 0.15 && fragments > 0)
            {
                text.Append($"...F{random.Next(fragments)} ");
            }
            else if (choice < 0.35 && depth < 4)
            {
                var type = Types[random.Next(Types.Length)];
                text.Append($"... on {type} ");
                Append(text, random, type, depth + 1, fragments, aliases);
            }
            else
            {
                AppendField(text, random, typeName, depth, fragments, aliases);
            }
        }

        text.Append("} ");
    }

    private static void AppendField(StringBuilder text, Random random, string typeName, int depth, int fragments, double aliases)
    {
        var fields = RuleTest.Schema.Types[typeName] is ComplexType complex ? complex.FieldsInOrder.Where(field => depth < 4 || field.Type.Named.IsLeaf).ToList() : [];
        if (random.NextDouble() < aliases) text.Append("ab"[random.Next(2)]).Append(": ");
        if (fields.Count == 0)
        {
            text.Append("__typename ");
            return;
        }

        var field = fields[random.Next(fields.Count)];
        text.Append(field.Name);
        if (field.Name == "title" && random.NextDouble() < aliases) text.Append("(short: true)");
        text.Append(' ');
        if (!field.Type.Named.IsLeaf) Append(text, random, field.Type.Named.Name, depth + 1, fragments, aliases);
    }
}
