namespace GovGraph.Plans.Consistency;

/// <summary>The source has lost or garbled something; cells that are swapped are told as such.</summary>
public sealed class DamageIssue : ConsistencyIssue
{
    private DamageIssue(PlanRow row, Damage damage)
        : base(ConsistencyIssueKind.Damage, $"{row.Name}{(damage.Field is null ? "" : $", {damage.Field}")}: {damage.Remark}", row.Code, row.Node) =>
        Damage = damage;

    public Damage Damage { get; }

    internal static IEnumerable<DamageIssue> In(IEnumerable<PlanRow> rows) =>
        from row in rows
        from mark in row.Damage
        where mark.StoodIn is null || !row.Damage.Any(other => SwappedCellsIssue.AreSwapped(mark, other))
        select new DamageIssue(row, mark);
}
