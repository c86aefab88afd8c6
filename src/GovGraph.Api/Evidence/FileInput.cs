using FluentValidation;
using GovGraph.Api.Access;
using GovGraph.Api.Changes;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport.Uploads;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Evidence.Files;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Text;
using GovGraph.Storage.Contents;

namespace GovGraph.Api.Evidence;

internal sealed record FileInput(string? UploadId, UploadedFile? Content, string? Sha256, string? Title, string? Note)
{
    public static FileInput From(InputObject input, FieldContext context) => new(
        input.Find<string>("uploadId"),
        input.Find<Upload>("content")?.File(context),
        input.Find<string>("sha256")?.ToLowerInvariant(),
        input.Find<string>("title"),
        input.Find<string>("note"));

    /// <summary>The name of the file that comes with the request, cleaned.</summary>
    public string ContentName => FileName.Clean(Content!.Name);

    public string? ContentType => string.IsNullOrEmpty(Content!.ContentType) ? null : Content.ContentType;

    public async ValueTask<Change<EvidenceItem>> Take(FieldContext context, bool isOnlyTried)
    {
        var bare = this with { Title = null, Note = null };
        var (upload, refusal) = await context.Get<RequestFiles>().Take(bare, isOnlyTried, () => UploadId is { } id ? Named(id, context) : Sent(context, isOnlyTried));
        return refusal is null ? ToEvidence(upload!, context.Get<Moment>().Now) : new FileRefused(refusal.Code, refusal.Wording);
    }

    private EvidenceItem ToEvidence(FileUpload upload, DateTimeOffset addedAt) => new()
    {
        Kind = EvidenceKind.File,
        FileName = upload.Name,
        Size = upload.Size,
        Sha256 = upload.Sha256,
        MediaType = upload.MediaType,
        Title = Title,
        Note = Note,
        AddedAt = addedAt,
    };

    private static async ValueTask<(FileUpload? Upload, UploadRefusal? Refusal)> Named(string id, FieldContext context)
    {
        var files = context.Get<FileUploads>();
        return await files.Find(id, context.Get<Caller>().UploadOwner, context.CancellationToken) is { } upload
            ? await files.Finish(upload, context.CancellationToken)
            : (null, UploadRefusal.NotFound(id));
    }

    private async ValueTask<(FileUpload? Upload, UploadRefusal? Refusal)> Sent(FieldContext context, bool isOnlyTried)
    {
        var (files, owner) = (context.Get<FileUploads>(), context.Get<Caller>().UploadOwner);
        var file = new NewFile(ContentName, Content!.Length, Sha256 ?? context.Get<RequestFiles>().Sha256(Content), ContentType);
        await using var content = Content.OpenRead();
        return isOnlyTried
            ? await files.Try(file, content, owner, context.CancellationToken)
            : await files.Take(file, content, owner, context.CancellationToken);
    }
}

internal sealed class FileInputValidator : AbstractValidator<FileInput>
{
    public FileInputValidator()
    {
        RuleFor(file => file.UploadId).Must((file, id) => id is null != file.Content is null).WithMessage(
            "Name an upload by `uploadId`, or send the file as `content`: exactly one of them.",
            "Hãy nêu lần tải lên bằng `uploadId`, hoặc gửi tệp trong `content`: đúng một trong hai.");
        RuleFor(file => file.Content).Custom((content, context) =>
        {
            if (content is not null && FileInspection.FaultOf(context.InstanceToValidate.ContentName, context.InstanceToValidate.ContentType) is { } fault)
            {
                context.AddFailure(fault.ToString());
            }
        });
        RuleFor(file => file.Content).Must(content => content is not { Length: 0 }).WithMessage("The file is empty.", "Tệp rỗng.");
        RuleFor(file => file.Content).Must((file, _) => file.ContentName.Length <= FileName.Longest).When(file => file.Content is not null).WithMessage(
            $"The name of a file has at most {FileName.Longest} characters.", $"Tên tệp có tối đa {FileName.Longest} ký tự.");
        RuleFor(file => file.Sha256).Must(EvidenceItem.IsSha256).When(file => file.Sha256 is not null).WithMessage(
            "A SHA-256 has 64 hexadecimal digits, as sha256sum prints it.", "Mã SHA-256 gồm 64 chữ số thập lục phân, như lệnh sha256sum in ra.");
        RuleFor(file => file.Title).HasAtMost(1000);
        RuleFor(file => file.Note).IsNote();
    }
}
