using System.Globalization;

namespace GovGraph.Server.Security;

/// <summary>Slows down whoever guesses keys, and tells the audit trail who was turned away.</summary>
internal sealed class WrongKeys(BudgetSettings settings, TimeProvider time, Refusals refusals)
{
    private readonly TokenBuckets _guesses = new(time);

    public async Task Guard(HttpContext http, RequestDelegate next)
    {
        var guesses = settings.WrongKeys > 0 && ShowsKey(http.Request) ? _guesses.Of(RemoteAddress.NetworkOf(http), settings.WrongKeys) : null;
        if (guesses?.Empty() is { } wait)
        {
            await TurnAway(http, wait);
            return;
        }

        await next(http);

        if (http.Response.StatusCode == StatusCodes.Status401Unauthorized)
        {
            guesses?.Take(1);
            refusals.Add(http, StatusCodes.Status401Unauthorized);
        }
        else if (http.Response.StatusCode == StatusCodes.Status403Forbidden)
        {
            refusals.Add(http, StatusCodes.Status403Forbidden);
        }
    }

    private static bool ShowsKey(HttpRequest request) =>
        request.Headers.Authorization.Count > 0 || request.Headers.ContainsKey("X-Api-Key");

    private Task TurnAway(HttpContext http, TimeSpan wait)
    {
        refusals.Add(http, StatusCodes.Status429TooManyRequests);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var message = string.Create(CultureInfo.InvariantCulture, $"Too many keys from this address were wrong. Try again in {seconds} s.");
        return http.Response.WriteAsJsonAsync(
            new { errors = new[] { new { message, extensions = new { code = "TOO_MANY_WRONG_KEYS", retryAfter = seconds } } } }, http.RequestAborted);
    }
}
