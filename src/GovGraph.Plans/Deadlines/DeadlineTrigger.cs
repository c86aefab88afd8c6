namespace GovGraph.Plans.Deadlines;

/// <summary>An event that starts or ends the time for a task.</summary>
public sealed record DeadlineTrigger
{
    public required TriggerRelation Relation { get; init; }

    /// <summary>The event as printed: <c>có yêu cầu của cấp trên</c>.</summary>
    public required string Event { get; init; }

    /// <summary>What is due, where the text says so.</summary>
    public string? Label { get; init; }

    /// <summary>The span before or after the event.</summary>
    public int? Amount { get; init; }

    public DurationUnit? Unit { get; init; }
}

/// <summary>How a task's time relates to an event.</summary>
public enum TriggerRelation
{
    When,
    After,
    ImmediatelyAfter,

    /// <summary>No later than a span after the event.</summary>
    WithinAfter,

    /// <summary>Before the event, by a span if one is printed.</summary>
    Before,
    BeforeAndDuring,

    /// <summary>Whenever it comes up (đột xuất).</summary>
    AdHoc,
}

/// <summary>What a span of time is counted in.</summary>
public enum DurationUnit
{
    Day,
    WorkingDay,
    Week,
    Month,
}
