using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Transport.Http;
using GovGraph.Server.Access;
using GovGraph.Storage.Access;
using Microsoft.Net.Http.Headers;

namespace GovGraph.Server.Security;

/// <summary>Slows down whoever guesses the secret of a key, and tells the audit trail who was turned away.</summary>
/// <remarks>Counted by network and key, so that nobody who guesses beside others locks them out.</remarks>
internal sealed class WrongKeys(Admission admission, BudgetSettings settings, TimeProvider time, Refusals refusals)
{
    private readonly TokenBuckets _guesses = new(time);

    public async Task Guard(HttpContext http, RequestDelegate next)
    {
        var guess = GuessOf(http, ShownKey.Of(http.Request.Headers));
        if (WaitOf(guess) is { } wait)
        {
            await TurnAway(http, wait);
            return;
        }

        await next(http);
        if (http.Response.StatusCode == StatusCodes.Status401Unauthorized) Count(http, guess);
        else if (http.Response.StatusCode == StatusCodes.Status403Forbidden) refusals.Add(http, StatusCodes.Status403Forbidden);
    }

    /// <summary>The same for a socket, which shows its key in its first message.</summary>
    public async ValueTask<bool> AdmitSocket(HttpContext http, JsonElement payload, CancellationToken cancellation)
    {
        var guess = GuessOf(http, ShownKey.Of(payload, http.Request.Headers));
        if (WaitOf(guess) is not null)
        {
            refusals.Add(http, StatusCodes.Status429TooManyRequests);
            return false;
        }

        if (await admission.AdmitSocket(http, payload, cancellation)) return true;

        Count(http, guess);
        return false;
    }

    private static string? GuessOf(HttpContext http, ShownKey shown) =>
        shown.Text is null ? null : $"{RemoteAddress.NetworkOf(http)} {(KeyText.TryRead(shown.Text, out var key) ? key.Id : "")}";

    private TimeSpan? WaitOf(string? guess) => guess is null ? null : _guesses.Find(guess)?.Empty();

    private void Count(HttpContext http, string? guess)
    {
        if (guess is not null && settings.WrongKeys > 0) _guesses.Of(guess, settings.WrongKeys).Take(1);
        refusals.Add(http, StatusCodes.Status401Unauthorized);
    }

    private Task TurnAway(HttpContext http, TimeSpan wait)
    {
        refusals.Add(http, StatusCodes.Status429TooManyRequests);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        return http.Refuse(new RequestFault(StatusCodes.Status429TooManyRequests, new GraphQLError($"This key was wrong too often. Try again in {seconds} s.")
        {
            Code = "TOO_MANY_WRONG_KEYS",
            Extensions = ImmutableDictionary<string, object?>.Empty.Add("retryAfter", seconds),
        }) { Header = (HeaderNames.RetryAfter, seconds.ToString(CultureInfo.InvariantCulture)) });
    }
}
