using System.Net;
using System.Net.Sockets;

namespace GovGraph.Api.Webhooks;

/// <summary>Which addresses are somebody else's: not this machine, not its network, nothing that only its host can reach.</summary>
/// <seealso href="https://www.iana.org/assignments/iana-ipv4-special-registry/"/>
/// <seealso href="https://www.iana.org/assignments/iana-ipv6-special-registry/"/>
internal static class PublicAddress
{
    private static readonly IPNetwork[] s_special4 =
    [
        .. ((string[])[
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
            "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        ]).Select(network => IPNetwork.Parse(network)),
    ];

    // Of IPv6 only what is handed out for the public; of that not what carries an IPv4 address in it, nor what is set aside.
    private static readonly IPNetwork s_public6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] s_special6 =
        [.. ((string[])["2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"]).Select(network => IPNetwork.Parse(network))];

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(s_special4, network => network.Contains(address))
            : s_public6.Contains(address) && !Array.Exists(s_special6, network => network.Contains(address));
    }
}
