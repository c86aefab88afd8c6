using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Filters;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Fields;

/// <summary>The figures of a summary of tasks on a day; never stored.</summary>
public static class SummaryFields
{
    internal static FieldMap<TaskFigures> Map { get; } = new(
        "TaskSummary",
        [
            new ValueField<TaskFigures, int>("total", summary => summary.Total),
            new ValueField<TaskFigures, double>("progress", summary => summary.Progress),
            new ValueField<TaskFigures, DateOnly>("nextDeadline", summary => summary.NextDue),
            .. Enum.GetValues<TaskStatus>().Select(status => new ValueField<TaskFigures, int>(FieldName.Of(status), summary => summary.Count(status))),
            .. Enum.GetValues<DeadlineState>().Select(state => new ValueField<TaskFigures, int>(FieldName.Of(state), summary => summary.Count(state))),
        ]);

    /// <summary>Which tasks a figure counts on a day; null for a figure that is no count.</summary>
    public static Filter? Counted(string figure, DateOnly asOf) =>
        figure == "total" ? Filter.And()
        : Enum.GetValues<TaskStatus>().Where(status => FieldName.Of(status) == figure).Select(status => Filter.Eq("status", status)).FirstOrDefault()
        ?? Enum.GetValues<DeadlineState>().Where(state => FieldName.Of(state) == figure).Select(state => Filter.StateOn(asOf, state)).FirstOrDefault();
}
