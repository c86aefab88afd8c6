using System.CommandLine;
using GovGraph.GraphQL.Types;

namespace GovGraph.Server.Commands;

/// <summary>schema print: the schema definition language and nothing else, for pipes.</summary>
internal static class SchemaPrint
{
    public static Command Create(Func<Schema> schema)
    {
        var command = new Command("print", "Print the schema.") { SchemaName.Option() };
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(SchemaPrinter.Print(schema())));
        return command;
    }
}
