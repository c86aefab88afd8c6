using GovGraph.GraphQL.Types;
using GovGraph.Server.Commands;

namespace GovGraph.Server.Tests.Commands;

/// <summary>Runs a command in this process, over a small schema unless the test gives another.</summary>
internal static class CommandTest
{
    public const string Sdl = "type Query {\n  task: String\n}\n";

    public static (int ExitCode, string Output, string Error) Run(params string[] args) => Run(() => SchemaBuilder.Build(Sdl).Schema!, args);

    public static (int ExitCode, string Output, string Error) Run(Func<Schema> schema, params string[] args)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        return (CommandLine.Run(args, schema, output, error), output.ToString(), error.ToString());
    }
}
