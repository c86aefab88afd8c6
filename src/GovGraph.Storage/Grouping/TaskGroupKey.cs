namespace GovGraph.Storage.Grouping;

/// <summary>What tasks are grouped by.</summary>
public enum TaskGroupKey
{
    /// <summary>Each unit that leads; a task of several counts with each.</summary>
    LeadUnit,
    CoordinatingUnit,
    ImplementingUnit,

    /// <summary>Each unit that takes part in any role; once a task.</summary>
    Unit,
    Area,
    Component,
    Plan,
    Issuer,
    Program,
    Level,

    /// <summary>The year that the plan is for.</summary>
    Year,
    Status,
    DeadlineState,

    /// <summary>A deadline of several kinds counts with each.</summary>
    DeadlineKind,

    /// <summary>Each month that a dated step is due in; once a task.</summary>
    Month,

    /// <summary>Each quarter that a dated step is due in; once a task.</summary>
    Quarter,
}
