namespace GovGraph.Plans.Search;

/// <summary>What can be found by its words.</summary>
public enum SearchKind
{
    Plan,
    Area,
    Component,
    TaskGroup,
    Task,
    Indicator,
}
