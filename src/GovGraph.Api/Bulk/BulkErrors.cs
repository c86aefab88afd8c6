using GovGraph.GraphQL.Bindings;

namespace GovGraph.Api.Bulk;

internal static class BulkErrors
{
    public static void Bind(SchemaBindings bindings)
    {
        bindings.Error<NotAppliedError>();
        bindings.Error<OnePlanAtOnceError>();
    }
}

internal sealed record NotAppliedError(string Message) : MutationError(Message, "NOT_APPLIED");

internal sealed record OnePlanAtOnceError(string Message) : MutationError(Message, "ONE_PLAN_AT_ONCE");
