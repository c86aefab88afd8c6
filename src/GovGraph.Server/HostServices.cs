using GovGraph.Api;
using GovGraph.Api.Audit;
using GovGraph.Api.Subscriptions;
using GovGraph.Api.Webhooks;
using GovGraph.GraphQL.Diagnostics;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport;
using GovGraph.Server.Access;
using GovGraph.Server.Files;
using GovGraph.Server.Ide;
using GovGraph.Server.Security;
using GovGraph.Storage;
using GovGraph.Storage.Access;
using GovGraph.Storage.Audit;
using GovGraph.Storage.Contents;

namespace GovGraph.Server;

/// <summary>What the program is made of: each part takes what it needs of the settings, and of the parts before it.</summary>
internal static class HostServices
{
    /// <summary>How a program names itself, as it would to Hot Chocolate.</summary>
    private const string ClientHeader = "GraphQL-Client-Id";

    public static IServiceCollection AddStores(this IServiceCollection services) => services.AddSingleton(OpenStore).AddSingleton(OpenKeys).AddSingleton(OpenAudit);

    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton(parts => parts.Settings().Access).AddSingleton<KeyRing>().AddSingleton<Admission>()
        .AddSingleton(parts => parts.Settings().Budgets).AddSingleton<Refusals>().AddSingleton<CostBudgets>().AddSingleton<WrongKeys>();

    public static IServiceCollection AddEvents(this IServiceCollection services) => services.AddSingleton(OpenTail).AddSingleton(OpenPost).AddHostedService<WebhookService>();

    public static IServiceCollection AddFiles(this IServiceCollection services) => services
        .AddSingleton(parts => new FileUploads(parts.GetRequiredService<PlanStore>(), parts.Settings().Files.Limits, parts.GetRequiredService<TimeProvider>()))
        .AddSingleton<UploadEndpoint>().AddSingleton<DownloadEndpoint>().AddHostedService<UploadExpiry>();

    public static IServiceCollection AddGraphQL(this IServiceCollection services) => services.AddSingleton<EngineDiagnostics>().AddSingleton(BindSchema).AddSingleton(TransportOf);

    private static Settings Settings(this IServiceProvider services) => services.GetRequiredService<Settings>();

    private static ILogger Logger(this IServiceProvider services, string category) => services.GetRequiredService<ILoggerFactory>().CreateLogger(category);

    // Before the start there is nobody to hold up.
    private static PlanStore OpenStore(IServiceProvider services) =>
        Stores.Open(services.Settings().Storage, services.GetRequiredService<TimeProvider>(), services.Logger("GovGraph.Storage")).GetAwaiter().GetResult();

    private static KeyStore OpenKeys(IServiceProvider services) =>
        KeyStores.Open(services.Settings().Storage, services.GetRequiredService<TimeProvider>(), services.Logger("GovGraph.Storage"));

    private static AuditTrail OpenAudit(IServiceProvider services) => services.Settings().Audit.Open(
        services.GetRequiredService<PlanStore>(), services.Settings().Storage, services.GetRequiredService<TimeProvider>(), services.Logger("GovGraph.Audit"));

    private static ChangeTail OpenTail(IServiceProvider services)
    {
        var logger = services.Logger("GovGraph.Subscriptions");
        return new ChangeTail(
            services.GetRequiredService<PlanStore>(),
            services.GetRequiredService<TimeProvider>(),
            services.Settings().GraphQL.MaxSubscriptions,
            fault => logger.LogError(fault, "What has happened could not be read and is asked for again: {Fault}", fault.Message));
    }

    private static WebhookPost OpenPost(IServiceProvider services)
    {
        var settings = services.Settings();
        return new WebhookPost(
            WebhookSettings.Open(services.GetRequiredService<PlanStore>(), settings.Storage),
            services.GetRequiredService<ChangeTail>(),
            services.GetRequiredService<RequestExecutor>().Schema,
            settings.Webhooks.Options);
    }

    private static RequestExecutor BindSchema(IServiceProvider services)
    {
        var settings = services.Settings().GraphQL;
        return new RequestExecutor(ApiSchema.Bind(settings.Pages), settings.Execution(FaultLog.In(services.GetRequiredService<ILoggerFactory>())) with
        {
            Diagnostics = services.GetRequiredService<EngineDiagnostics>(),
        });
    }

    private static TransportOptions TransportOf(IServiceProvider services)
    {
        var settings = services.Settings();
        var (transport, forms) = (settings.GraphQL.Transport(), settings.Files.Multipart(settings.GraphQL.MaxBodyBytes));
        var (admission, wrongKeys, budgets) = (services.GetRequiredService<Admission>(), services.GetRequiredService<WrongKeys>(), services.GetRequiredService<CostBudgets>());
        return transport with
        {
            Admit = async http => await admission.Admit(http) ?? budgets.PayForForm(http, forms),
            Dismissed = admission.Dismissed,
            Uploads = forms,
            Budget = budgets.Of,
            Sockets = transport.Sockets with { OnConnectionInit = wrongKeys.AdmitSocket },
            PrepareState = Prepare(services, settings),
            IdePage = IdeEndpoint.AnswerWithPageAsync,
        };
    }

    /// <summary>Gives each request what its resolvers ask for.</summary>
    private static Action<HttpContext, RequestState> Prepare(IServiceProvider services, Settings settings)
    {
        var (store, time, audit) = (services.GetRequiredService<PlanStore>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<AuditTrail>());
        var (tail, post) = (services.GetRequiredService<ChangeTail>(), services.GetRequiredService<WebhookPost>());
        var (pages, days, files) = (settings.GraphQL.Pages, settings.Deadlines.DayCount, settings.Files.Limits);
        return (http, state) => ApiSchema.Prepare(
            state.Set(tail).Set(post).Set(new RequestAudit(audit, RemoteAddress.Of(http))),
            store, time, pages, http.Request.Headers[ClientHeader], days, Admission.CallerOf(http), files);
    }
}
