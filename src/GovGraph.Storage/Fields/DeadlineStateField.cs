using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Filters;

namespace GovGraph.Storage.Fields;

/// <summary>Where a task stands against its deadline on a day; never stored.</summary>
public sealed class DeadlineStateField : Field<PlanTask>
{
    internal DeadlineStateField()
        : base(StateOnDay.Name, "deadline")
    {
    }

    public override FieldKind Kind => FieldKind.DeadlineState;

    public override Type ValueType => typeof(DeadlineState);

    internal override Func<PlanTask, bool> Compile(FieldFilter filter)
    {
        var (asOf, states) = filter is StateOnDay { AsOf: var day, States: var wanted } ? (day, wanted) : throw Unsupported(filter);
        return task => states.Contains(task.DeadlineState(asOf));
    }
}
