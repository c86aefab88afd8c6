using System.Globalization;
using GovGraph.Api;
using GovGraph.Api.Audit;
using GovGraph.Api.Subscriptions;
using GovGraph.Api.Webhooks;
using GovGraph.GraphQL.Diagnostics;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport;
using GovGraph.Plans.Text;
using GovGraph.Server.Access;
using GovGraph.Server.Files;
using GovGraph.Server.Ide;
using GovGraph.Server.Security;
using GovGraph.Storage;
using GovGraph.Storage.Access;
using GovGraph.Storage.Audit;
using GovGraph.Storage.Contents;
using Microsoft.AspNetCore.Localization;

namespace GovGraph.Server;

/// <summary>Puts the program together: settings → store → schema → endpoint.</summary>
internal static class GovGraphHost
{
    public const string DefaultUrl = "http://127.0.0.1:5000";

    /// <summary>How a program names itself, as it would to Hot Chocolate.</summary>
    private const string ClientHeader = "GraphQL-Client-Id";

    /// <exception cref="StartException">A setting is wrong.</exception>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // Settings lie beside the program; data and seeds are named relative to where it is started.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null) builder.WebHost.UseUrls(DefaultUrl);

        builder.Services.AddSingleton(Settings.Read(builder.Configuration));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<EngineDiagnostics>();
        builder.Services.AddSingleton(OpenStore);
        builder.Services.AddSingleton(OpenTail);
        builder.Services.AddSingleton(OpenPost);
        builder.Services.AddHostedService<WebhookService>();
        builder.Services.AddSingleton(OpenAudit);
        builder.Services.AddSingleton(services => services.GetRequiredService<Settings>().Budgets);
        builder.Services.AddSingleton<Refusals>();
        builder.Services.AddSingleton<CostBudgets>();
        builder.Services.AddSingleton<WrongKeys>();
        builder.Services.AddSingleton(OpenKeys);
        builder.Services.AddSingleton(services => services.GetRequiredService<Settings>().Access);
        builder.Services.AddSingleton<KeyRing>();
        builder.Services.AddSingleton<Admission>();
        builder.Services.AddSingleton(services =>
        {
            var settings = services.GetRequiredService<Settings>().GraphQL;
            return new RequestExecutor(ApiSchema.Bind(settings.Pages), settings.Execution(FaultLog.In(services.GetRequiredService<ILoggerFactory>())) with
            {
                Diagnostics = services.GetRequiredService<EngineDiagnostics>(),
            });
        });
        builder.Services.AddSingleton(services =>
        {
            var (store, time) = (services.GetRequiredService<PlanStore>(), services.GetRequiredService<TimeProvider>());
            var (tail, post) = (services.GetRequiredService<ChangeTail>(), services.GetRequiredService<WebhookPost>());
            var settings = services.GetRequiredService<Settings>().GraphQL;
            var audit = services.GetRequiredService<AuditTrail>();
            var (pages, days) = (settings.Pages, services.GetRequiredService<Settings>().Deadlines.DayCount);
            var admission = services.GetRequiredService<Admission>();
            var files = services.GetRequiredService<Settings>().Files.Limits;
            var (budgets, uploads) = (services.GetRequiredService<CostBudgets>(), services.GetRequiredService<Settings>().Files.Multipart(settings.MaxBodyBytes));
            var (transport, wrongKeys) = (settings.Transport(), services.GetRequiredService<WrongKeys>());
            return transport with
            {
                Admit = async http => await admission.Admit(http) ?? budgets.PayForForm(http, uploads),
                Dismissed = admission.Dismissed,
                Uploads = uploads,
                Budget = budgets.Of,
                Sockets = transport.Sockets with { OnConnectionInit = wrongKeys.AdmitSocket },
                PrepareState = (http, state) => ApiSchema.Prepare(
                    state.Set(tail).Set(post).Set(new RequestAudit(audit, RemoteAddress.Of(http))),
                    store, time, pages, http.Request.Headers[ClientHeader], days, Admission.CallerOf(http), files),
                IdePage = IdeEndpoint.AnswerWithPageAsync,
            };
        });
        builder.Services.AddSingleton(services => new FileUploads(
            services.GetRequiredService<PlanStore>(), services.GetRequiredService<Settings>().Files.Limits, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<UploadEndpoint>().AddSingleton<DownloadEndpoint>().AddHostedService<UploadExpiry>();
        Health.Add(builder.Services);
        builder.Services.Configure<RequestLocalizationOptions>(Languages);
        return builder;
    }

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.Use(app.Services.GetRequiredService<WrongKeys>().Guard);
        app.UseRequestLocalization();
        app.Use(app.Services.GetRequiredService<Admission>().Guard);
        app.MapIde().AllowAnonymous();

        // Asks for the key itself, since a socket shows it later than a request.
        app.MapGraphQL().AllowAnonymous();
        app.Services.GetRequiredService<UploadEndpoint>().Map(app);
        app.Services.GetRequiredService<DownloadEndpoint>().Map(app);
        Health.Map(app);
        app.MapGet("/", () => Results.Redirect("/graphql")).AllowAnonymous();
        return app;
    }

    /// <summary>The settings that the server would have without a command line.</summary>
    /// <exception cref="StartException">A setting is wrong.</exception>
    public static Settings ReadSettings() => Settings.Read(new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build());

    /// <exception cref="StartException">An address can't be listened on, or must not without keys.</exception>
    public static async Task Start(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException exception)
        {
            throw new StartException($"{exception.Message} Stop the program that uses the address, or set ASPNETCORE_URLS to another one.", exception);
        }

        // Now it is known where it listens, however that was set; whoever asks from elsewhere meanwhile is not let in.
        if (await app.Services.GetRequiredService<Admission>().OpenAddress(app.Urls) is { } open)
        {
            throw new StartException(
                $"there is no key yet, so whoever reaches {open} could change everything. Make one with 'keys create --name NAME --scopes admin', listen on 127.0.0.1 only, or set GovGraph__Access__AllowAnyone=true.");
        }
    }

    /// <summary>Messages follow Accept-Language; numbers and dates are written one way for everybody.</summary>
    private static void Languages(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo(Wording.Languages[0]));
        options.SupportedCultures = [CultureInfo.InvariantCulture];
        options.SupportedUICultures = [.. Wording.Languages.Select(CultureInfo.GetCultureInfo)];
        options.RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()];
    }

    private static WebhookPost OpenPost(IServiceProvider services)
    {
        var settings = services.GetRequiredService<Settings>();
        return new WebhookPost(
            WebhookSettings.Open(services.GetRequiredService<PlanStore>(), settings.Storage),
            services.GetRequiredService<ChangeTail>(),
            services.GetRequiredService<RequestExecutor>().Schema,
            settings.Webhooks.Options);
    }

    private static ChangeTail OpenTail(IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("GovGraph.Subscriptions");
        return new ChangeTail(
            services.GetRequiredService<PlanStore>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<Settings>().GraphQL.MaxSubscriptions,
            fault => logger.LogError(fault, "What has happened could not be read and is asked for again: {Fault}", fault.Message));
    }

    private static AuditTrail OpenAudit(IServiceProvider services)
    {
        var settings = services.GetRequiredService<Settings>();
        return settings.Audit.Open(
            services.GetRequiredService<PlanStore>(),
            settings.Storage,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger("GovGraph.Audit"));
    }

    private static KeyStore OpenKeys(IServiceProvider services) => KeyStores.Open(
        services.GetRequiredService<Settings>().Storage,
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILoggerFactory>().CreateLogger("GovGraph.Storage"));

    private static PlanStore OpenStore(IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("GovGraph.Storage");
        // Before the start there is nobody to hold up.
        return Stores.Open(services.GetRequiredService<Settings>().Storage, services.GetRequiredService<TimeProvider>(), logger).GetAwaiter().GetResult();
    }
}
