using System.Collections.Immutable;
using System.CommandLine;
using GovGraph.GraphQL.Comparison;
using GovGraph.GraphQL.Types;

namespace GovGraph.Server.Commands;

/// <summary>schema diff: what changed between two schemas, and whether a build should stop for it.</summary>
internal static class SchemaDiff
{
    private const int TooMuch = 2;

    /// <summary>Which changes give an exit code of their own.</summary>
    private enum FailOn
    {
        Breaking,
        Dangerous,
        Never,
    }

    public static Command Create(Func<Schema> schema)
    {
        var before = new Argument<string>("OLD") { Description = "The file with the old schema." };
        var after = new Argument<string?>("NEW") { Description = "The file with the new schema; without it, the schema of this program.", Arity = ArgumentArity.ZeroOrOne };
        var failOn = new Option<FailOn>("--fail-on")
        {
            Description = $"The changes that end it with exit code {TooMuch}: only breaking ones, dangerous ones too, or none.",
            DefaultValueFactory = _ => FailOn.Breaking,
        };
        var command = new Command("diff", "Show each change between two schemas by its schema coordinate: breaking, dangerous or safe.") { before, after, failOn };
        command.SetAction(parsed =>
        {
            var changes = SchemaComparison.Compare(Read(parsed.GetValue(before)!), parsed.GetValue(after) is { } file ? Read(file) : schema());
            Print(changes, parsed.InvocationConfiguration.Output);
            return changes.Any(change => IsTooMuch(change.Impact, parsed.GetValue(failOn))) ? TooMuch : 0;
        });
        return command;
    }

    private static bool IsTooMuch(Impact impact, FailOn failOn) => failOn switch
    {
        FailOn.Breaking => impact == Impact.Breaking,
        FailOn.Dangerous => impact is Impact.Breaking or Impact.Dangerous,
        _ => false,
    };

    private static void Print(ImmutableArray<SchemaChange> changes, TextWriter output)
    {
        foreach (var change in changes) output.WriteLine($"{Name(change.Impact),-9}  {change}");
        if (changes.IsEmpty)
        {
            output.WriteLine("No changes.");
            return;
        }

        var counts = changes.CountBy(change => change.Impact).Select(count => $"{count.Value} {Name(count.Key)}");
        output.WriteLine();
        output.WriteLine(string.Join(", ", counts));
    }

    private static string Name(Impact impact) => impact.ToString().ToLowerInvariant();

    private static Schema Read(string file)
    {
        var built = SchemaBuilder.Build(Text(file));
        return built.Schema ?? throw new CommandException(
            $"There is no valid schema in {file}:{string.Concat(built.Errors.Select(error => $"\n{string.Join(", ", error.Locations)} {error.Message}"))}");
    }

    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The schema can't be read. {exception.Message}", exception);
        }
    }
}
