using System.Collections.Immutable;
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

    public static void Bind(TypeBinding<Root> mutation) => mutation.FieldAsync("addNote", (_, context) => AddNote(context));

    public static void Bind(SchemaBindings bindings)
    {
        bindings.Type<TaskNote>("TaskNote", notes =>
        {
            notes.Field("id", note => note.Id);
            notes.Field("text", note => note.Text);
            notes.Field("by", note => note.By);
            notes.Field("at", note => note.At);
            notes.HistoryInTask();
        });
        bindings.Type<AddNotePayload>("AddNotePayload", payloads =>
        {
            payloads.Field("task", payload => payload.Task);
            payloads.Field("note", payload => payload.Note);
            payloads.Field("errors", payload => payload.Errors);
        });
    }

    private static async ValueTask<AddNotePayload> AddNote(FieldContext context)
    {
        var input = AddNoteInput.From(InputObject.Of(context));
        if (s_rules.Validate(input) is { IsValid: false } faults) return new(null, null, MutationError.ForEach(faults, context));

        var note = new TaskNote { Text = input.Text, By = context.Get<Caller>().Name, At = context.Get<Moment>().Now };
        var (task, error) = await NodeChanges.OfTask(context, input.TaskId, input.Request, task => task.AddNote(note));
        return error is null ? new(task, task!.Notes[^1], null) : new(null, null, [error]);
    }
}

internal sealed record AddNotePayload(PlanTask? Task, TaskNote? Note, ImmutableArray<MutationError>? Errors);
