using System.Collections.Immutable;
using System.Globalization;

namespace GovGraph.Plans.Consistency;

/// <summary>Something that a plan contradicts in itself, or that its source has lost. A closed family: every issue is one of its kinds.</summary>
public abstract class ConsistencyIssue
{
    private protected ConsistencyIssue(ConsistencyIssueKind kind, string message, string? code, params ImmutableArray<INode> nodes) =>
        (Kind, Message, Code, Nodes) = (kind, message, code, nodes);

    /// <summary>The plan's id and which of its issues it is, counted from 1: <c>…/issue/1</c>.</summary>
    public string Id { get; private set; } = "";

    public ConsistencyIssueKind Kind { get; }

    /// <summary>What is wrong, in English.</summary>
    public string Message { get; }

    /// <summary>The code of the row concerned; null where it is the plan itself.</summary>
    public string? Code { get; }

    /// <summary>The rows concerned, or the plan itself.</summary>
    public ImmutableArray<INode> Nodes { get; }

    /// <summary>All that is found in a plan, kind by kind, each in the order of print.</summary>
    internal static ImmutableArray<ConsistencyIssue> AllIn(Plan plan)
    {
        var table = PlanRow.Of(plan);
        PlanRow[] rows = [.. table.All];
        ImmutableArray<ConsistencyIssue> issues =
        [
            .. BudgetIssue.In(table),
            .. DeadlineIssue.In(plan),
            .. SwappedCellsIssue.In(rows),
            .. DuplicateCodeIssue.In(rows),
            .. DamageIssue.In(rows),
        ];
        for (var i = 0; i < issues.Length; i++)
        {
            issues[i].Id = string.Create(CultureInfo.InvariantCulture, $"{plan.Id}/issue/{i + 1}");
        }

        return issues;
    }
}

/// <summary>In what way a plan contradicts itself.</summary>
public enum ConsistencyIssueKind
{
    /// <summary>A printed total is not the sum of the tasks below it.</summary>
    BudgetDiffers,

    /// <summary>A task was due before the plan was signed.</summary>
    DeadlineBeforePlan,

    /// <summary>Two cells of a row stand in each other's columns.</summary>
    SwappedCells,

    /// <summary>Several rows have one code.</summary>
    DuplicateCode,

    /// <summary>The source has lost or garbled something.</summary>
    Damage,
}
