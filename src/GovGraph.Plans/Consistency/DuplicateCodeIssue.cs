namespace GovGraph.Plans.Consistency;

/// <summary>Several rows have one code, so that it alone does not say which is meant.</summary>
public sealed class DuplicateCodeIssue : ConsistencyIssue
{
    private DuplicateCodeIssue(PlanRow[] rows)
        : base(ConsistencyIssueKind.DuplicateCode, $"{rows.Length} rows have the code {rows[0].Code}.", rows[0].Code, [.. rows.Select(row => row.Node)])
    {
    }

    internal static IEnumerable<DuplicateCodeIssue> In(IEnumerable<PlanRow> rows) => rows
        .Where(row => row.Code is not null)
        .GroupBy(row => row.Code)
        .Where(alike => alike.Skip(1).Any())
        .Select(alike => new DuplicateCodeIssue([.. alike]));
}
