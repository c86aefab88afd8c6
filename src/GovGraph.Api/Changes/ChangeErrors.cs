using System.Collections.Immutable;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Text;
using GovGraph.Storage.History;

namespace GovGraph.Api.Changes;

internal static class ChangeErrors
{
    public static void Bind(SchemaBindings bindings)
    {
        bindings.Error<ValidationError>(errors =>
        {
            errors.Field("path", error => error.Place.Path);
            errors.Field("coordinate", error => error.Place.Coordinate);
        });
        bindings.Error<IdempotencyKeyReusedError>();
        bindings.Error<VersionConflictError>(errors =>
        {
            errors.Field("expectedVersion", error => error.ExpectedVersion);
            errors.Field("actualVersion", error => error.ActualVersion);
            errors.Field("task", error => error.Task);
            errors.Field("changes", error => error.Changes);
            errors.Field("inCommon", error => error.InCommon);
        });
        bindings.Error<IndicatorVersionConflictError>(errors =>
        {
            errors.Field("expectedVersion", error => error.ExpectedVersion);
            errors.Field("actualVersion", error => error.ActualVersion);
            errors.Field("indicator", error => error.Indicator);
            errors.Field("changes", error => error.Changes);
            errors.Field("inCommon", error => error.InCommon);
        });
        bindings.Error<LimitReachedError>();
    }
}

internal sealed record ValidationError(string Message, InputPlace Place) : MutationError(Message, "VALIDATION_FAILED");

internal sealed record IdempotencyKeyReusedError() : MutationError(
    new Wording(
        "This idempotency key was used for another input within the last 7 days: take a new key for a new change.",
        "Khóa idempotencyKey này đã được dùng cho nội dung khác trong 7 ngày qua: hãy dùng khóa mới cho thay đổi mới.").ToString(),
    "IDEMPOTENCY_KEY_REUSED");

internal sealed record VersionConflictError(string Message, long ExpectedVersion, long ActualVersion, PlanTask Task)
    : MutationError(Message, "VERSION_CONFLICT")
{
    public ImmutableArray<ConflictingChange> Changes { get; init; } = [];

    public ImmutableArray<string> InCommon { get; init; } = [];
}

internal sealed record IndicatorVersionConflictError(string Message, long ExpectedVersion, long ActualVersion, Indicator Indicator)
    : MutationError(Message, "VERSION_CONFLICT")
{
    public ImmutableArray<ConflictingChange> Changes { get; init; } = [];

    public ImmutableArray<string> InCommon { get; init; } = [];
}

internal sealed record LimitReachedError(string Message) : MutationError(Message, "LIMIT_REACHED");
