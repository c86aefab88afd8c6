using GovGraph.Api.Access;
using GovGraph.Api.Changes;
using GovGraph.Api.History;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Tasks;

namespace GovGraph.Api.Tasks;

internal static class NoteMutations
{
    private static readonly AddNoteValidator s_rules = new();

    public static void Bind(SchemaBindings bindings)
    {
        bindings.Mutation("addNote", "task", "note", AddNote);
        bindings.Type<TaskNote>("TaskNote", notes =>
        {
            notes.Field("id", note => note.Id);
            notes.Field("text", note => note.Text);
            notes.Field("by", note => note.By);
            notes.Field("at", note => note.At);
            notes.HistoryInTask();
        });
    }

    private static async ValueTask<NodePayload<PlanTask, TaskNote>> AddNote(FieldContext context)
    {
        var input = AddNoteInput.From(InputObject.Of(context));
        if (MutationError.Faults(s_rules, input, context) is { } faults) return faults;

        var note = new TaskNote { Text = input.Text, By = context.Get<Caller>().Name, At = context.Get<Moment>().Now };
        var change = await NodeChanges.OfTask(context, input.TaskId, input.Request, task => task.AddNote(note));
        return change.ToPayload(task => task.Notes[^1]);
    }
}
