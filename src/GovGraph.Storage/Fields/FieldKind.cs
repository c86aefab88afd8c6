namespace GovGraph.Storage.Fields;

/// <summary>How a field is compared and, in a store that is not in memory, kept.</summary>
public enum FieldKind
{
    Id,
    Text,
    Value,
    Object,
    List,
    DeadlineState,
    Involvement,
    Summary,
}
