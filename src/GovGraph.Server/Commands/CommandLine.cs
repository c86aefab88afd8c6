using System.CommandLine;
using System.Runtime.InteropServices;
using GovGraph.GraphQL.Types;
using GovGraph.Storage;

namespace GovGraph.Server.Commands;

/// <summary>What the program can do instead of serving.</summary>
internal static class CommandLine
{
    private const int Failed = 1;

    // As shells say it: 128 and the number of SIGINT.
    private const int Stopped = 130;

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
            new Command("keys", "Make, list and take back the keys that callers show. A server that runs meanwhile knows within two seconds.")
            {
                KeysCreate.Create(),
                KeysList.Create(),
                KeysRotate.Create(),
                KeysRevoke.Create(),
            },
            Import.Create(),
            Export.Create(),
            Generate.Create(),
            Copy.Create(),
            Migrate.Create(),
            AuditPrint.Create(),
        };
        try
        {
            return Run(root.Parse(args), new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception exception) when (exception is CommandException or StoreException or StartException)
        {
            error.WriteLine(exception.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("Stopped before the end. Run it again to go on.");
            return Stopped;
        }
    }

    // Ctrl+C and SIGTERM end the work between two plans, with the store closed as it should be.
    private static int Run(ParseResult parsed, InvocationConfiguration configuration)
    {
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

        // Away from the caller's thread, which may be one that the work would wait for.
        return Task.Run(() => parsed.InvokeAsync(configuration, stop.Token)).GetAwaiter().GetResult();

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
