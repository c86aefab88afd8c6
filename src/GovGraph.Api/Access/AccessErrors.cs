using GovGraph.GraphQL.Bindings;

namespace GovGraph.Api.Access;

internal static class AccessErrors
{
    public static void Bind(SchemaBindings bindings) => bindings.Error<NotAuthorizedError>();
}

internal sealed record NotAuthorizedError(string Message) : MutationError(Message, Word)
{
    public const string Word = "AUTH_NOT_AUTHORIZED";
}
