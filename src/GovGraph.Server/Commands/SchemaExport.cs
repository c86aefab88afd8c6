using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovGraph.GraphQL.Types;

namespace GovGraph.Server.Commands;

/// <summary>schema export: the schema as a file, and beside it what tools want to know of the server.</summary>
internal static class SchemaExport
{
    private const string DefaultFile = "schema.graphqls";
    private const string SettingsFile = "schema-settings.json";

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    public static Command Create(Func<Schema> schema)
    {
        var output = new Option<string>("--output")
        {
            Description = $"The file, or the folder for {DefaultFile}. {SettingsFile} is put beside it, unless there is one already.",
            DefaultValueFactory = _ => DefaultFile,
        };
        var command = new Command("export", "Write the schema to a file.") { output, SchemaName.Option() };
        command.SetAction(parsed => Export(schema(), FileFor(parsed.GetValue(output)!), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static void Export(Schema schema, string file, TextWriter output)
    {
        var settings = Path.Combine(Path.GetDirectoryName(file)!, SettingsFile);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, SchemaPrinter.Print(schema));

            // The address in it is a guess that people correct by hand.
            var isNew = !File.Exists(settings);
            if (isNew) File.WriteAllText(settings, Settings());
            output.WriteLine("Exported Files:");
            output.WriteLine($"- {file}");
            if (isNew) output.WriteLine($"- {settings}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The schema can't be written. {exception.Message}", exception);
        }
    }

    private static string FileFor(string output)
    {
        var path = Path.GetFullPath(output);
        if (Path.EndsInDirectorySeparator(output) || Directory.Exists(path)) return Path.Combine(path, DefaultFile);
        return Path.HasExtension(path) ? path : Path.ChangeExtension(path, Path.GetExtension(DefaultFile));
    }

    private static string Settings() => new JsonObject
    {
        ["name"] = SchemaName.Default,
        ["transports"] = new JsonObject { ["http"] = new JsonObject { ["url"] = $"{GovGraphHost.DefaultUrl}/graphql" } },
    }.ToJsonString(s_indented) + "\n";
}
