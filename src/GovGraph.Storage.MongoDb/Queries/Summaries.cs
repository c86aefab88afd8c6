using GovGraph.Plans.Tasks;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>The figures of a summary of the tasks below a node, as expressions. The same as <see cref="TaskSummary"/> works out in memory.</summary>
internal sealed class Summaries(Lists lists)
{
    private readonly Conditions _conditions = new(lists);

    public Mql Figure(Scope node, string figure, DateOnly asOf) => figure switch
    {
        "progress" => Progress(node),
        "nextDeadline" => NextDeadline(node, asOf),
        _ => Count(node, SummaryFields.Counted(figure, asOf) ?? throw new ArgumentException($"A summary has no figure '{figure}'.")),
    };

    private Mql Count(Scope node, Filter counted) =>
        Mql.Call("$sum", EachTask(node, task => Mql.Call("$cond", _conditions.Of(counted, task), Mql.Value(1), Mql.Value(0))));

    private Mql Progress(Scope node) => lists.Let(Count(node, Filter.Not(Filter.Eq("status", TaskStatus.Cancelled))), wanted => Mql.Call(
        "$cond",
        Mql.Call("$gt", wanted, Mql.Value(0)),
        Mql.Call("$divide", Count(node, Filter.Eq("status", TaskStatus.Completed)), wanted),
        Mql.Null));

    private Mql NextDeadline(Scope node, DateOnly asOf)
    {
        var isOpen = Filter.Not(Filter.In("status", TaskStatus.Completed, TaskStatus.Cancelled));
        return Mql.OrNull(Mql.Call("$min", EachTask(node, task => Mql.Call("$cond", _conditions.Of(isOpen, task), Mql.Call("$min", From(asOf, task.Member("deadline.steps.due"))), Mql.Null))));
    }

    private static Mql From(DateOnly asOf, Mql dates) => Mql.Call("$filter", Mql.Document(
        ("input", Mql.OrEmpty(dates)), ("as", Mql.Value("due")), ("cond", Mql.Call("$gte", Mql.Path("$$due"), Mql.Value(asOf)))));

    private Mql EachTask(Scope node, Func<Scope, Mql> item) => lists.Each(node, node.Map.Find("tasks")!, item);
}
