using GovGraph.GraphQL.Bindings;

namespace GovGraph.Api.Indicators;

internal static class IndicatorErrors
{
    public static void Bind(SchemaBindings bindings) => bindings.Error<IndicatorNotFoundError>(errors => errors.Field("id", error => error.Id));
}

internal sealed record IndicatorNotFoundError(string Message, string Id) : MutationError(Message, "INDICATOR_NOT_FOUND");
