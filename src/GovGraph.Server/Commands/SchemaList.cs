using System.CommandLine;

namespace GovGraph.Server.Commands;

/// <summary>schema list: the names for --schema-name.</summary>
internal static class SchemaList
{
    public static Command Create()
    {
        var command = new Command("list", "List the names of the schemas.");
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.WriteLine(SchemaName.Default));
        return command;
    }
}
