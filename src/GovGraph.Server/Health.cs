using GovGraph.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GovGraph.Server;

/// <summary>/health/live: the program runs. /health/ready: its store answers too. 200 or 503, and one word.</summary>
internal static class Health
{
    private const string Ready = "ready";

    public static void Add(IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<StoreAnswers>("store", tags: [Ready], timeout: TimeSpan.FromSeconds(2));

    public static void Map(WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
    }

    private sealed class StoreAnswers(PlanStore store) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await store.Ping(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (StoreException exception)
            {
                // The reason goes to the log; whoever asks sees no hosts and no users.
                return HealthCheckResult.Unhealthy(exception.Message);
            }
        }
    }
}
