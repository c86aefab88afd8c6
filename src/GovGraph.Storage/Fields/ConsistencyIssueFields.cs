using GovGraph.Plans.Consistency;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of what a plan contradicts in itself; never stored, so no store is asked for them.</summary>
internal static class ConsistencyIssueFields
{
    public static FieldMap<ConsistencyIssue> Map { get; } = new(
        "ConsistencyIssue",
        new ValueField<ConsistencyIssue, ConsistencyIssueKind>("kind", issue => issue.Kind),
        new TextField<ConsistencyIssue>("code", issue => issue.Code))
    {
        Key = issue => issue.Id,
    };
}
