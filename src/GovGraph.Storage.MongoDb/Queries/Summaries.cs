using GovGraph.Plans.Tasks;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>The figures of a summary of the tasks below a node, as expressions. The same as <see cref="TaskSummary"/> works out in memory.</summary>
internal sealed class Summaries(Lists lists)
{
    private readonly Conditions _conditions = new(lists);

    public Mql Figure(Scope node, string figure, SummaryScope scope) => (node.Figures, figure) switch
    {
        ({ } known, _) => known.Of(figure, scope),
        (null, "progress") => lists.Let(Count(node, Filter.Not(Filter.Eq("status", TaskStatus.Cancelled))), wanted => Share(Count(node, Filter.Eq("status", TaskStatus.Completed)), wanted)),
        (null, "nextDeadline") => Mql.OrNull(Mql.Call("$min", EachTask(node, task => OfTask(task, figure, scope.AsOf)))),
        _ => Mql.Call("$sum", EachTask(node, task => OfTask(task, figure, scope.AsOf))),
    };

    /// <summary>What one task adds to a figure: 1 or 0 to a count; its next date, or null, to the next deadline.</summary>
    public Mql OfTask(Scope task, string figure, DateOnly asOf) => figure == "nextDeadline"
        ? Mql.Call("$cond", _conditions.Of(Filter.Not(Filter.In("status", TaskStatus.Completed, TaskStatus.Cancelled)), task), Mql.Call("$min", From(asOf, CurrentDeadline.Dates(task))), Mql.Null)
        : One(task, SummaryFields.Counted(figure, asOf) ?? throw new ArgumentException($"A summary has no figure '{figure}'."));

    /// <summary>A part of a whole; null where there is no whole.</summary>
    public static Mql Share(Mql part, Mql whole) => Mql.Call("$cond", Mql.Call("$gt", whole, Mql.Value(0)), Mql.Call("$divide", part, whole), Mql.Null);

    private Mql Count(Scope node, Filter counted) => Mql.Call("$sum", EachTask(node, task => One(task, counted)));

    private Mql One(Scope task, Filter counted) => Mql.Call("$cond", _conditions.Of(counted, task), Mql.Value(1), Mql.Value(0));

    private static Mql From(DateOnly asOf, Mql dates) => Mql.Call("$filter", Mql.Document(
        ("input", Mql.OrEmpty(dates)), ("as", Mql.Value("due")), ("cond", Mql.Call("$gte", Mql.Path("$$due"), Mql.Value(asOf)))));

    private Mql EachTask(Scope node, Func<Scope, Mql> item) => lists.Each(node, node.Map.Find("tasks")!, item);
}
