using System.CommandLine;
using GovGraph.GraphQL.Types;
using GovGraph.Storage;

namespace GovGraph.Server.Commands;

/// <summary>What the program can do instead of serving.</summary>
internal static class CommandLine
{
    private const int Failed = 1;

    /// <summary>Settings begin with - or / or are pairs with =; what else comes first, or a call for help, is for the commands.</summary>
    public static bool IsFor(string[] args) => args is [var first, ..]
        && (first is "--help" or "-h" or "-?" or "--version" || (!first.StartsWith('-') && !first.StartsWith('/') && !first.Contains('=')));

    /// <summary>Runs a command; the exit code is 0 only if it did what was asked.</summary>
    /// <param name="schema">The schema that the program serves.</param>
    public static int Run(string[] args, Func<Schema> schema, TextWriter output, TextWriter error)
    {
        var root = new RootCommand(
            """
            Serves government action plans over GraphQL.

            Without a command the server starts. Its settings stand in appsettings.json, in the environment (GovGraph__Storage__Path) or here: --GovGraph:Storage:Path ./data --urls http://127.0.0.1:5000
            """)
        {
            new Command("schema", "Show the schema that the server serves, or compare two. The store is not opened.")
            {
                SchemaExport.Create(schema),
                SchemaPrint.Create(schema),
                SchemaList.Create(),
                SchemaDiff.Create(schema),
            },
            Import.Create(),
            Export.Create(),
            Generate.Create(),
            Copy.Create(),
            Migrate.Create(),
        };
        try
        {
            return root.Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is CommandException or StoreException or StartException)
        {
            error.WriteLine(exception.Message);
            return Failed;
        }
    }
}
