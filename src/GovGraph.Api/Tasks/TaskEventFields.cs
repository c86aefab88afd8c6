using GovGraph.Api.History;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Tasks;

namespace GovGraph.Api.Tasks;

internal static class TaskEventFields
{
    public static void Bind(TypeBinding<TaskEvent> events)
    {
        events.Field("id", item => item.Id);
        events.Field("trigger", item => item.Trigger);
        events.Field("happenedOn", item => item.HappenedOn);
        events.Field("due", item => item.Due);
        events.Field("doneOn", item => item.DoneOn);
        events.Field("state", (item, context) => item.State(OccurrenceFields.AsOf(context)));
        events.Field("note", item => item.Note);
        events.Field("doneNote", item => item.DoneNote);
        events.Field("recordedAt", item => item.RecordedAt);
        events.HistoryInTask();
    }
}
