namespace GovGraph.Api.Webhooks;

/// <summary>How long to wait after a delivery failed: 5 seconds, three times as long each time, at most 6 hours; a fifth more or less, so that not all come back at once.</summary>
internal static class BackOff
{
    private const double Spread = 0.2;

    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(6);

    /// <param name="failures">How often it failed, 1 or more.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan After(int failures, double chance)
    {
        // More than twelve would be longer than the longest anyway, and then too long for a TimeSpan.
        var wait = s_first * Math.Pow(3, Math.Min(failures, 12) - 1);
        return (wait < s_longest ? wait : s_longest) * (1 - Spread + (2 * Spread * chance));
    }
}
