using GovGraph.Plans;

namespace GovGraph.Api;

/// <summary>When a request is answered: one moment and one day, so that all its fields agree.</summary>
/// <param name="Now">The moment.</param>
/// <param name="Today">The day in Vietnam.</param>
internal sealed record Moment(DateTimeOffset Now, DateOnly Today)
{
    public static Moment Of(TimeProvider time) => new(time.GetUtcNow(), new VietnamClock(time).Today);
}
