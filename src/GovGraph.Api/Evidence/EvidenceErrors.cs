using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Tasks;

namespace GovGraph.Api.Evidence;

internal static class EvidenceErrors
{
    public static void Bind(SchemaBindings bindings)
    {
        bindings.Error<EvidenceMissingError>(errors => errors.Field("expectedResult", error => error.ExpectedResult));
        bindings.Error<DuplicateEvidenceError>(errors => errors.Field("evidence", error => error.Evidence));
        bindings.Error<EvidenceNotFoundError>(errors => errors.Field("id", error => error.Id));
        bindings.Error<EvidenceStateNotAllowedError>(errors => errors.Field("state", error => error.State));
        bindings.Error<EvidenceNeededError>(errors => errors.Field("task", error => error.Task));
        bindings.Error<FileRefusedError>();
    }
}

internal sealed record EvidenceMissingError(string Message, string? ExpectedResult) : MutationError(Message, "EVIDENCE_MISSING");

internal sealed record DuplicateEvidenceError(string Message, EvidenceItem Evidence) : MutationError(Message, "DUPLICATE_EVIDENCE");

internal sealed record EvidenceNotFoundError(string Message, string Id) : MutationError(Message, "EVIDENCE_NOT_FOUND");

internal sealed record EvidenceStateNotAllowedError(string Message, EvidenceState State) : MutationError(Message, "EVIDENCE_STATE_NOT_ALLOWED");

internal sealed record EvidenceNeededError(string Message, PlanTask Task) : MutationError(Message, "EVIDENCE_NEEDED");

internal sealed record FileRefusedError(string Message, string Code) : MutationError(Message, Code);
