using System.Collections.Immutable;
using System.Globalization;
using GovGraph.Plans.Budgets;

namespace GovGraph.Plans.Consistency;

/// <summary>A row prints a total that its tasks don't make.</summary>
public sealed class BudgetIssue : ConsistencyIssue
{
    // As the plans print amounts: 12.900.000.
    private static readonly NumberFormatInfo Dots = new() { NumberGroupSeparator = ".", NumberDecimalDigits = 0 };

    private BudgetIssue(PlanRow row, Money printed, long rowsBelow, ImmutableArray<PlanRow> alike)
        : base(ConsistencyIssueKind.BudgetDiffers, Say(row, printed.Dong, rowsBelow, alike), row.Code, row.Node) =>
        (Printed, Summed, RowsBelow, Alike) = (printed, row.BudgetTotal, rowsBelow, [.. alike.Select(other => other.Node)]);

    public Money Printed { get; }

    /// <summary>What the tasks make.</summary>
    public long Summed { get; }

    /// <summary>How much more is printed than the tasks make; below zero where it is less.</summary>
    public long Difference => Printed.Dong - Summed;

    /// <summary>What the rows directly below make: as printed, or by their tasks where a row prints nothing.</summary>
    public long RowsBelow { get; }

    /// <summary>Whether the rows directly below make the printed total, so that the difference comes from further down.</summary>
    public bool IsCarriedUp => Printed.Dong == RowsBelow;

    /// <summary>The rows beside it that print the same amount: it may stand in the wrong one.</summary>
    public ImmutableArray<INode> Alike { get; }

    internal static IEnumerable<BudgetIssue> In(PlanRow row, params ImmutableArray<PlanRow> beside)
    {
        if (!row.Below.IsEmpty && row.Budget is { } printed && printed.Dong != row.BudgetTotal)
        {
            yield return new BudgetIssue(
                row,
                printed,
                row.Below.Sum(below => below.Budget?.Dong ?? below.BudgetTotal),
                [.. beside.Where(other => other.Node != row.Node && other.Budget?.Dong == printed.Dong)]);
        }

        foreach (var issue in row.Below.SelectMany(below => In(below, row.Below)))
        {
            yield return issue;
        }
    }

    private static string Say(PlanRow row, long printed, long rowsBelow, ImmutableArray<PlanRow> alike)
    {
        var difference = printed - row.BudgetTotal;
        var message = string.Create(
            Dots, $"{row.Name} prints {printed:N} đồng, its tasks make {row.BudgetTotal:N}: {Math.Abs(difference):N} too {(difference > 0 ? "much" : "little")}.");
        var comesFrom = printed == rowsBelow ? " The rows directly below make the printed amount: the difference comes from further down." : "";
        var same = alike.IsEmpty ? "" : $" {string.Join(", ", alike.Select(other => other.Name))} beside it prints the same amount.";
        return message + comesFrom + same;
    }
}
