using System.Net;
using System.Net.Sockets;

namespace GovGraph.Server.Security;

/// <summary>Where a request came from, as one caller is told from another.</summary>
internal static class RemoteAddress
{
    private const int NetworkBytes = 8;

    /// <summary>The address, for people.</summary>
    public static string? Of(HttpContext http) => http.Connection.RemoteIpAddress is { } address ? Plain(address).ToString() : null;

    /// <summary>The address, or its network where one machine has as many addresses as it likes (IPv6: /64).</summary>
    public static string NetworkOf(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } given) return "";
        var address = Plain(given);
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)) : address.ToString();
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
