using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Deadlines;

namespace GovGraph.Api.Deadlines;

internal static class ExtensionErrors
{
    public static void Bind(SchemaBindings bindings)
    {
        bindings.Error<NothingToExtendError>(errors => errors.Field("deadline", error => error.Deadline));
        bindings.Error<ExtensionRequestedError>(errors => errors.Field("extension", error => error.Extension));
        bindings.Error<ExtensionNotFoundError>(errors => errors.Field("id", error => error.Id));
        bindings.Error<ExtensionDecidedError>(errors => errors.Field("extension", error => error.Extension));
    }
}

internal sealed record NothingToExtendError(string Message, Deadline Deadline) : MutationError(Message, "NOTHING_TO_EXTEND");

internal sealed record ExtensionRequestedError(string Message, DeadlineExtension Extension) : MutationError(Message, "EXTENSION_REQUESTED");

internal sealed record ExtensionNotFoundError(string Message, string Id) : MutationError(Message, "EXTENSION_NOT_FOUND");

internal sealed record ExtensionDecidedError(string Message, DeadlineExtension Extension) : MutationError(Message, "EXTENSION_DECIDED");
