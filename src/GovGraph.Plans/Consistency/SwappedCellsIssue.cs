using System.Collections.Immutable;

namespace GovGraph.Plans.Consistency;

/// <summary>Two cells of a row stand in each other's columns; the fields hold what belongs to them.</summary>
public sealed class SwappedCellsIssue : ConsistencyIssue
{
    private SwappedCellsIssue(PlanRow row, Damage first, Damage second)
        : base(ConsistencyIssueKind.SwappedCells, $"{row.Name} prints {first.Field} and {second.Field} in each other's cells.", row.Code, row.Node) =>
        Fields = [first.Field!, second.Field!];

    /// <summary>The two fields.</summary>
    public ImmutableArray<string> Fields { get; }

    internal static IEnumerable<SwappedCellsIssue> In(IEnumerable<PlanRow> rows) =>
        from row in rows
        from first in row.Damage.Select((mark, place) => (mark, place))
        where first.mark.StoodIn is not null
        from second in row.Damage.Skip(first.place + 1)
        where AreSwapped(first.mark, second)
        select new SwappedCellsIssue(row, first.mark, second);

    internal static bool AreSwapped(Damage one, Damage other) =>
        one.StoodIn is not null && one.StoodIn == other.Field && other.StoodIn == one.Field;
}
