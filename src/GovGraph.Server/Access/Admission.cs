using System.Net;
using System.Text.Json;
using GovGraph.Api.Access;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Transport.Http;
using GovGraph.Server.Security;
using GovGraph.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Net.Http.Headers;

namespace GovGraph.Server.Access;

/// <summary>Lets requests in by their keys, or by the machine that they come from while there are no keys; leaves the <see cref="Caller"/> among the features of those that it lets in.</summary>
internal sealed class Admission(KeyRing ring, AccessSettings settings, ILogger<Admission> logger)
{
    private const string NotAuthenticated = "AUTH_NOT_AUTHENTICATED";

    private static readonly RequestFault s_missing = Unauthenticated("This needs a key: send it as `Authorization: Bearer …`, or as `X-Api-Key: …`.", "Bearer");

    private static readonly RequestFault s_onlyHere = Unauthenticated(
        "This server has no keys, so it answers only whoever asks at its own machine for `localhost` or `127.0.0.1`. Make a key with `keys create`, or set GovGraph__Access__AllowAnyone=true.",
        "Bearer");

    private static readonly RequestFault s_unreadable = new(
        StatusCodes.Status503ServiceUnavailable, "KEYS_NOT_READABLE", "The keys can't be read at the moment: try again.") { Header = (HeaderNames.RetryAfter, "5") };

    /// <summary>The one who asks.</summary>
    public static Caller CallerOf(HttpContext http) =>
        http.Features.Get<Caller>() ?? throw new InvalidOperationException("The request was not let in: there is no caller.");

    /// <summary>An address at which others than this machine would be let in without a key, though nobody has said that they may; null where there is none.</summary>
    public async ValueTask<string?> OpenAddress(IEnumerable<string> addresses) =>
        settings.AllowAnyone || await ring.HasKeys() ? null : addresses.FirstOrDefault(address => !IsLoopback(new Uri(address).Host));

    /// <summary>What to say at the start of who is let in.</summary>
    public async ValueTask<string> Describe() =>
        await ring.HasKeys() ? "Only who has a key is answered"
        : settings.AllowAnyone ? "There is no key, and GovGraph__Access__AllowAnyone is set: whoever reaches this server may change everything"
        : "There is no key: whoever is at this machine may change everything, and nobody else is answered. 'keys create' makes one";

    /// <summary>Gives the fault that a request is answered with, or null where it is let in.</summary>
    public ValueTask<RequestFault?> Admit(HttpContext http) => Admit(http, ShownKey.Of(http.Request.Headers), http.RequestAborted);

    /// <summary>The same for a socket, by the payload of its <c>connection_init</c>.</summary>
    public async ValueTask<bool> AdmitSocket(HttpContext http, JsonElement payload, CancellationToken cancellation) =>
        await Admit(http, ShownKey.Of(payload, http.Request.Headers), cancellation) is null;

    /// <summary>Waits until who was let in would be so no more: what stays open ends when its key does, and what was opened without one ends with the first key.</summary>
    public Task Dismissed(HttpContext http, CancellationToken cancellation) =>
        CallerOf(http).KeyId is { } keyId ? ring.Lost(keyId, cancellation) : ring.First(cancellation);

    /// <summary>Guards every endpoint that does not say <c>AllowAnonymous</c>: those that ask themselves, and those that are for anyone. A file that is sent or fetched slowly ends with its key too.</summary>
    public async Task Guard(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(http);
            return;
        }

        if (await Admit(http) is not { } fault)
        {
            await using var dismissal = new Dismissal(Dismissed, http, http.Abort);
            await next(http);
            return;
        }

        await http.Refuse(fault);
    }

    private async ValueTask<RequestFault?> Admit(HttpContext http, ShownKey shown, CancellationToken cancellation)
    {
        try
        {
            if (!await ring.HasKeys(cancellation))
            {
                if (!settings.AllowAnyone && !IsFromHere(http)) return s_onlyHere;

                http.Features.Set(Caller.Anyone);
                return null;
            }

            if (shown.Fault is { } unclear) return Unauthenticated(unclear, "Bearer error=\"invalid_request\"");
            if (shown.Text is null) return s_missing;

            var check = await ring.Check(shown.Text, cancellation);
            if (check.Caller is not { } caller) return Refuse(check.Fault);

            http.Features.Set(caller);
            return null;
        }
        catch (StoreException fault)
        {
            logger.LogError("Nobody is let in: {Fault}", fault.Message);
            return s_unreadable;
        }
    }

    private static RequestFault Refuse(KeyFault fault) => Unauthenticated(
        fault switch
        {
            KeyFault.Expired => "The key has expired.",
            KeyFault.Revoked => "The key was revoked.",
            _ => "There is no such key.",
        },
        "Bearer error=\"invalid_token\"");

    private static RequestFault Unauthenticated(string message, string challenge) =>
        new(StatusCodes.Status401Unauthorized, new GraphQLError(message) { Code = NotAuthenticated }) { Header = (HeaderNames.WWWAuthenticate, challenge) };

    /// <summary>Whether the request came in at an address of this machine alone, and was meant to: a page of another site, or a proxy, asks for another host.</summary>
    private static bool IsFromHere(HttpContext http) =>
        http.Connection.LocalIpAddress is not { } address ? IsLoopback(http.Request.Host.Host) : IPAddress.IsLoopback(address) && IsLoopback(http.Request.Host.Host);

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
