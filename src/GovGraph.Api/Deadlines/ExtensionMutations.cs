using GovGraph.Api.Access;
using GovGraph.Api.Changes;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;

namespace GovGraph.Api.Deadlines;

/// <summary>More time for a task: asked for by those who do it, granted or refused by those whose plan it is.</summary>
internal static class ExtensionMutations
{
    private static readonly OnceADay<RequestExtensionValidator> s_requestRules = new(today => new RequestExtensionValidator(today));
    private static readonly DecideExtensionValidator s_decideRules = new();

    public static void Bind(SchemaBindings bindings)
    {
        ExtensionErrors.Bind(bindings);
        bindings.Mutation("requestExtension", "task", "extension", RequestExtension);
        bindings.Mutation("decideExtension", "task", "extension", DecideExtension);
    }

    private static async ValueTask<NodePayload<PlanTask, DeadlineExtension>> RequestExtension(FieldContext context)
    {
        var moment = context.Get<Moment>();
        var input = RequestExtensionInput.From(InputObject.Of(context));
        if (MutationError.Faults(s_requestRules.On(moment.Today), input, context) is { } faults) return faults;

        var asked = new DeadlineExtension { Until = input.Until, Reason = input.Request.Reason!, By = context.Get<Caller>().Name, At = moment.Now };
        var change = await NodeChanges.OfTask(context, input.TaskId, input.Request, task => task.RequestExtension(asked));
        return change.ToPayload(task => task.Extensions[^1]);
    }

    private static async ValueTask<NodePayload<PlanTask, DeadlineExtension>> DecideExtension(FieldContext context)
    {
        var input = DecideExtensionInput.From(InputObject.Of(context));
        if (MutationError.Faults(s_decideRules, input, context) is { } faults) return faults;

        var id = input.ExtensionId;
        var decision = new ExtensionDecision(input.Decision, context.Get<Moment>().Now) { Until = input.Until, By = context.Get<Caller>().Name, Reason = input.Request.Reason };
        var change = await NodeChanges.OfTask(
            context, DeadlineExtension.TaskIdOf(id), new ExtensionNotFound(id), input.Request, task => task.DecideExtension(id, decision));
        return change.ToPayload(task => task.Extensions.First(extension => extension.Id == id));
    }
}
