using GovGraph.Api.Access;
using GovGraph.GraphQL.Costs;

namespace GovGraph.Server.Security;

/// <summary>Pays for operations out of what their callers may spend in a minute.</summary>
internal sealed class CostBudgets(BudgetSettings settings, TimeProvider time, Refusals refusals)
{
    private readonly TokenBuckets _ofKeys = new(time);
    private readonly TokenBuckets _ofAddresses = new(time);

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
}
