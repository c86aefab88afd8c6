using GovGraph.GraphQL.Bindings;
using GovGraph.Plans;

namespace GovGraph.Api.Plans;

internal static class ImportErrors
{
    public static void Bind(SchemaBindings bindings)
    {
        bindings.Error<PlanFaultError>(errors => errors.Field("path", error => error.Path));
        bindings.Error<PlanConflictError>(errors => errors.Field("plan", error => error.Plan));
    }
}

internal sealed record PlanFaultError(string Message, string Path) : MutationError(Message, "PLAN_FAULT");

internal sealed record PlanConflictError(string Message, Plan? Plan) : MutationError(Message, "PLAN_CONFLICT");
