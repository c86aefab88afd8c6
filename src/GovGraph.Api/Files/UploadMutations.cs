using System.Collections.Immutable;
using GovGraph.Api.Access;
using GovGraph.Api.Audit;
using GovGraph.Api.Changes;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Storage.Contents;

namespace GovGraph.Api.Files;

internal static class UploadMutations
{
    public static void Bind(SchemaBindings bindings)
    {
        bindings.Mutation("createUpload", CreateUpload, payloads =>
        {
            payloads.Field("upload", payload => payload.Upload);
            payloads.Field("errors", payload => payload.Errors);
        });
        bindings.Type<FileUpload>("FileUpload", uploads =>
        {
            uploads.Field("id", upload => upload.Id);
            uploads.Field("url", upload => FileAddress.OfUpload(upload.Id));
            uploads.Field("name", upload => upload.Name);
            uploads.Field("size", upload => upload.Size);
            uploads.Field("sha256", upload => upload.Sha256);
            uploads.Field("received", upload => upload.Received);
            uploads.Field("mediaType", upload => upload.MediaType);
            uploads.Field("expiresAt", upload => upload.ExpiresAt);
        });
    }

    private static async ValueTask<CreateUploadPayload> CreateUpload(FieldContext context)
    {
        var files = context.Get<FileUploads>();
        var input = CreateUploadInput.From(InputObject.Of(context));
        if (MutationError.Faults(new CreateUploadValidator(files.Limits), input, context) is { } faults) return new(null, faults);

        var key = context.KeyOf(input.Request);
        var begun = await files.Begin(input.ToFile(), context.Get<Caller>().UploadOwner, input.Request.IsOnlyValidated, key, context.CancellationToken);
        if (begun.Refusal is { } refusal) return new(null, [new LimitReachedError(refusal.Message)]);
        if (begun.IsRepeated && begun.Upload!.Input != key!.Input) return new(null, [new IdempotencyKeyReusedError()]);

        if (begun.IsRepeated) context.Get<RequestAudit>().Replay();
        return new(begun.Upload, null);
    }
}

internal sealed record CreateUploadPayload(FileUpload? Upload, ImmutableArray<MutationError>? Errors);
