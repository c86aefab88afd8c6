using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.MongoDb.Queries;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>The figures of a unit's summary as the server counted them; only those that its query asked for.</summary>
internal sealed class RowFigures(Dictionary<string, object> values, UnitFigures asked, SummaryScope scope) : TaskFigures
{
    public override int Total => Number("total");

    public override DateOnly? NextDue => Value("nextDeadline") as DateOnly?;

    public override int Count(TaskStatus status) => Number(FieldName.Of(status));

    public override int Count(DeadlineState state) => Number(FieldName.Of(state));

    private int Number(string figure) => Value(figure) as int? ?? 0;

    private object? Value(string figure) => asked.NameOf(figure, scope) is { } name ? values.GetValueOrDefault(name) : null;
}
