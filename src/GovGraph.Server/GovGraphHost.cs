using System.Globalization;
using GovGraph.GraphQL.Transport;
using GovGraph.Plans.Text;
using GovGraph.Server.Access;
using GovGraph.Server.Files;
using GovGraph.Server.Ide;
using GovGraph.Server.Security;
using Microsoft.AspNetCore.Localization;

namespace GovGraph.Server;

/// <summary>Puts the program together: settings → store → schema → endpoint.</summary>
internal static class GovGraphHost
{
    public const string DefaultUrl = "http://127.0.0.1:5000";

    /// <exception cref="StartException">A setting is wrong.</exception>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // Settings lie beside the program; data and seeds are named relative to where it is started.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null) builder.WebHost.UseUrls(DefaultUrl);

        builder.Services.AddSingleton(Settings.Read(builder.Configuration)).AddSingleton(TimeProvider.System);
        builder.Services.AddStores().AddAccess().AddEvents().AddFiles().AddGraphQL();
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
}
