using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Evidence.Files;
using GovGraph.Plans.Text;
using GovGraph.Storage.Contents;

namespace GovGraph.Api.Files;

internal sealed record CreateUploadInput(string Name, long Size, string Sha256, string? MediaType, ChangeRequest Request) : IChangeInput
{
    public static CreateUploadInput From(InputObject input) => new(
        FileName.Clean(input.Get<string>("name")),
        input.Get<long>("size"),
        input.Get<string>("sha256").ToLowerInvariant(),
        input.Find<string>("mediaType"),
        ChangeRequest.From(input));

    public NewFile ToFile() => new(Name, Size, Sha256, MediaType);
}

internal sealed class CreateUploadValidator : ChangeInputValidator<CreateUploadInput>
{
    public CreateUploadValidator(FileLimits limits)
    {
        RuleFor(input => input.Name).HasAtMost(FileName.Longest);
        RuleFor(input => input.Name).Custom((name, context) =>
        {
            if (FileInspection.FaultOf(name, context.InstanceToValidate.MediaType) is { } fault) context.AddFailure(fault.ToString());
        });
        RuleFor(input => input.Size).InclusiveBetween(1, limits.MaxFileBytes).WithMessage(
            $"A file has 1 to {limits.MaxFileBytes} bytes; this one has {{PropertyValue}}.",
            $"Tệp có từ 1 đến {limits.MaxFileBytes} byte; tệp này có {{PropertyValue}}.");
        RuleFor(input => input.Sha256).Must(EvidenceItem.IsSha256).WithMessage(
            "A SHA-256 has 64 hexadecimal digits, as sha256sum prints it.", "Mã SHA-256 gồm 64 chữ số thập lục phân, như lệnh sha256sum in ra.");
    }
}
