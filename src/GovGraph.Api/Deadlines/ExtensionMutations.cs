using System.Collections.Immutable;
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

    public static void Bind(TypeBinding<Root> mutation)
    {
        mutation.FieldAsync("requestExtension", (_, context) => RequestExtension(context));
        mutation.FieldAsync("decideExtension", (_, context) => DecideExtension(context));
    }

    private static async ValueTask<RequestExtensionPayload> RequestExtension(FieldContext context)
    {
        var moment = context.Get<Moment>();
        var input = RequestExtensionInput.From(InputObject.Of(context));
        if (s_requestRules.On(moment.Today).Validate(input) is { IsValid: false } faults) return new(null, null, MutationError.ForEach(faults, context));

        var asked = new DeadlineExtension { Until = input.Until, Reason = input.Request.Reason!, By = context.Get<Caller>().Name, At = moment.Now };
        var (task, error) = await NodeChanges.OfTask(context, input.TaskId, input.Request, task => task.RequestExtension(asked));
        return error is null ? new(task, task!.Extensions[^1], null) : new(null, null, [error]);
    }

    private static async ValueTask<DecideExtensionPayload> DecideExtension(FieldContext context)
    {
        var input = DecideExtensionInput.From(InputObject.Of(context));
        if (s_decideRules.Validate(input) is { IsValid: false } faults) return new(null, null, MutationError.ForEach(faults, context));

        var decision = new ExtensionDecision(input.Decision, context.Get<Moment>().Now)
        {
            Until = input.Until,
            By = context.Get<Caller>().Name,
            Reason = input.Request.Reason,
        };

        // Where the id is that of no extension, the task is not there either.
        var (task, error) = await NodeChanges.OfTask(
            context, DeadlineExtension.TaskIdOf(input.ExtensionId) ?? "", input.Request, task => task.DecideExtension(input.ExtensionId, decision));
        return error switch
        {
            null => new(task, task!.Extensions.First(extension => extension.Id == input.ExtensionId), null),
            TaskNotFoundError => new(null, null, [MutationError.For(new ExtensionNotFound(input.ExtensionId), null, context)]),
            _ => new(null, null, [error]),
        };
    }
}

internal sealed record RequestExtensionPayload(PlanTask? Task, DeadlineExtension? Extension, ImmutableArray<MutationError>? Errors);

internal sealed record DecideExtensionPayload(PlanTask? Task, DeadlineExtension? Extension, ImmutableArray<MutationError>? Errors);
