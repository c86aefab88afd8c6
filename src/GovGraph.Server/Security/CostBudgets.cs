using System.Globalization;
using GovGraph.Api.Access;
using GovGraph.GraphQL.Costs;
using GovGraph.GraphQL.Transport.Http;
using GovGraph.GraphQL.Transport.Uploads;
using Microsoft.Net.Http.Headers;

namespace GovGraph.Server.Security;

/// <summary>Pays for operations and files out of what their callers may spend in a minute.</summary>
internal sealed class CostBudgets(BudgetSettings settings, TimeProvider time, Refusals refusals)
{
    /// <summary>What any request costs at least.</summary>
    public const double Least = 1;

    /// <summary>What a request costs that changes something, and is told to the audit trail: as much as a mutation.</summary>
    public const double OfChange = 10;

    private const double BytesOfOne = 1024;

    private readonly TokenBuckets _ofKeys = new(time);
    private readonly TokenBuckets _ofAddresses = new(time);

    /// <summary>What it costs to send bytes of a file, or to be sent them.</summary>
    public static double PriceOf(long bytes) => Math.Ceiling(bytes / BytesOfOne);

    /// <summary>Null where the caller of a request may ask for as much as it likes.</summary>
    public Spend? Of(HttpContext http)
    {
        var caller = http.Features.Get<Caller>();
        var perMinute = caller?.KeyId is null ? settings.PerAddress : caller.CostPerMinute ?? settings.PerKey;
        if (perMinute == 0) return null;

        var bucket = caller?.KeyId is { } key ? _ofKeys.Of(key, perMinute) : _ofAddresses.Of(RemoteAddress.NetworkOf(http), perMinute);
        return cost =>
        {
            if (bucket.Take(cost) is not { } wait) return null;
            refusals.Add(http, StatusCodes.Status429TooManyRequests);
            return new Overspending(perMinute, wait);
        };
    }

    /// <summary>Takes the price of a form with files before it is read. One that does not say how long it is costs as much as the longest.</summary>
    public RequestFault? PayForForm(HttpContext http, UploadOptions forms) =>
        http.Request.HasFormContentType ? Pay(http, PriceOf(http.Request.ContentLength ?? forms.MaxBodyBytes)) : null;

    /// <summary>Takes the price of what is no operation; the fault to answer with where there is not enough.</summary>
    public RequestFault? Pay(HttpContext http, double price) => Of(http)?.Invoke(price) is not { } over
        ? null
        : new(StatusCodes.Status429TooManyRequests, over.ToError(price)) { Header = (HeaderNames.RetryAfter, over.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture)) };
}
