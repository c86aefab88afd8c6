using GovGraph.Server.Access;
using GovGraph.Server.Files;
using GovGraph.Server.Security;

namespace GovGraph.Server;

/// <summary>The settings below <c>GovGraph</c> in appsettings.json, the environment (<c>GovGraph__Storage__Path</c>) and the command line (<c>--GovGraph:Storage:Path</c>).</summary>
internal sealed class Settings
{
    private const string Section = "GovGraph";

    public GraphQLSettings GraphQL { get; init; } = new();

    public StorageSettings Storage { get; init; } = new();

    public AccessSettings Access { get; init; } = new();

    public FileSettings Files { get; init; } = new();

    public DeadlineSettings Deadlines { get; init; } = new();

    public WebhookSettings Webhooks { get; init; } = new();

    public AuditSettings Audit { get; init; } = new();

    public BudgetSettings Budgets { get; init; } = new();

    /// <summary>The folder with the plans to import at the start; empty for none. Without a setting: the seeds beside the program.</summary>
    public string Seeds { get; init; } = Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <exception cref="StartException">A setting has no such name or no such value.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        try
        {
            var settings = configuration.GetSection(Section).Get<Settings>(options => options.ErrorOnUnknownConfiguration = true) ?? new();
            settings.GraphQL.Check();
            settings.Storage.Check();
            settings.Files.Check();
            settings.Deadlines.Check();
            settings.Webhooks.Check();
            settings.Audit.Check();
            settings.Budgets.Check();
            return settings;
        }
        catch (InvalidOperationException exception)
        {
            throw new StartException($"a setting below {Section} is wrong: {exception.Message}", exception);
        }
    }
}
