using System.Collections.Immutable;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Fields;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Api.Tasks;

internal static class TaskSummaryFields
{
    /// <summary><c>summary</c> of whatever has tasks.</summary>
    public static void Summary<T>(this TypeBinding<T> type, Func<T, ImmutableArray<PlanTask>> tasks)
        where T : notnull =>
        type.Field("summary", (parent, context) => new TaskSummary(tasks(parent), context.Argument<DateOnly?>("asOf") ?? context.Get<Moment>().Today));

    public static void Bind(SchemaBindings bindings)
    {
        bindings.Type<TaskSummary>("TaskSummary", summaries =>
        {
            summaries.Field("asOf", summary => summary.AsOf);
            summaries.Field("total", summary => summary.Total);
            summaries.Field("progress", summary => summary.Progress);
            foreach (var status in Enum.GetValues<TaskStatus>()) summaries.Field(FieldName.Of(status), summary => summary.Count(status));
            foreach (var state in Enum.GetValues<DeadlineState>()) summaries.Field(FieldName.Of(state), summary => summary.Count(state));
            summaries.Field("byStatus", (summary, context) => summary.ByStatus(context.Argument<TaskStatus?>("status")));
            summaries.Field("byDeadlineState", (summary, context) => summary.ByDeadlineState(context.Argument<DeadlineState?>("state")));
            summaries.Field("byDeadlineKind", (summary, context) => summary.ByDeadlineKind(context.Argument<DeadlineKind?>("kind")));
            summaries.Field("missingOccurrences", summary => summary.MissingOccurrences);
            summaries.Field("nextDeadline", summary => summary.NextDeadline);
        });
        BindCount<TaskStatus>(bindings, "TaskStatusCount", "status");
        BindCount<DeadlineState>(bindings, "DeadlineStateCount", "state");
        BindCount<DeadlineKind>(bindings, "DeadlineKindCount", "kind");
        bindings.Type<NextDeadline>("NextDeadline", deadlines =>
        {
            deadlines.Field("due", deadline => deadline.Due);
            deadlines.Field("tasks", deadline => deadline.Tasks);
        });
    }

    private static void BindCount<T>(SchemaBindings bindings, string type, string field) =>
        bindings.Type<TaskCount<T>>(type, counts =>
        {
            counts.Field(field, count => count.Value);
            counts.Field("count", count => count.Count);
        });
}
