using System.CommandLine;

namespace GovGraph.Server.Commands;

/// <summary>The program serves one schema, by the name that Hot Chocolate gives one without a name.</summary>
internal static class SchemaName
{
    public const string Default = "_Default";

    public static Option<string> Option()
    {
        var option = new Option<string>("--schema-name")
        {
            Description = "The name of the schema.",
            DefaultValueFactory = _ => Default,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } name && name != Default) result.AddError($"There is no schema named \"{name}\". There is: {Default}");
        });
        return option;
    }
}
