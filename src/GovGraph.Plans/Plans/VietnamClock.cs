namespace GovGraph.Plans;

/// <summary>Today as it is in Vietnam, wherever the server stands.</summary>
public sealed class VietnamClock(TimeProvider time)
{
    // Vietnam has no summer time; a machine without time zone data gets the fixed offset.
    private static readonly TimeZoneInfo Zone =
        TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Ho_Chi_Minh", out var zone)
            ? zone
            : TimeZoneInfo.CreateCustomTimeZone("Asia/Ho_Chi_Minh", TimeSpan.FromHours(7), "Vietnam", "Vietnam");

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone).DateTime);
}
