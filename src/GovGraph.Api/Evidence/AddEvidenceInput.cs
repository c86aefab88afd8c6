using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Evidence;

namespace GovGraph.Api.Evidence;

internal sealed record AddEvidenceInput(string TaskId, DocumentInput? Document, LinkInput? Link, FigureInput? Figure, FileInput? File, ChangeRequest Request) : IChangeInput
{
    public static AddEvidenceInput From(InputObject input, FieldContext context)
    {
        var evidence = input.Object("evidence")!.Value;
        return new(
            input.Get<string>("taskId"),
            evidence.Object("document") is { } document ? DocumentInput.From(document) : null,
            evidence.Object("link") is { } link ? LinkInput.From(link) : null,
            evidence.Object("figure") is { } figure ? FigureInput.From(figure) : null,
            evidence.Object("file") is { } file ? FileInput.From(file, context) : null,
            ChangeRequest.From(input));
    }

    /// <summary>The evidence as the domain keeps it: texts without white space around them. A file is taken in first.</summary>
    public EvidenceItem ToEvidence(DateTimeOffset addedAt) => Figure is { } figure ? figure.ToEvidence(addedAt)
        : Document is { } document ? new()
        {
            Kind = EvidenceKind.Document,
            Number = document.Number.Trim(),
            Date = document.Date,
            Issuer = document.Issuer.Trim(),
            Title = document.Title?.Trim(),
            Note = document.Note?.Trim(),
            AddedAt = addedAt,
        }
        : new()
        {
            Kind = EvidenceKind.Link,
            Url = Link!.Url.Trim(),
            Title = Link.Title?.Trim(),
            Note = Link.Note?.Trim(),
            AddedAt = addedAt,
        };
}

internal sealed record DocumentInput(string Number, DateOnly Date, string Issuer, string? Title, string? Note)
{
    public static DocumentInput From(InputObject input) => new(
        input.Get<string>("number"), input.Get<DateOnly>("date"), input.Get<string>("issuer"), input.Find<string>("title"), input.Find<string>("note"));
}

internal sealed record LinkInput(string Url, string? Title, string? Note)
{
    public static LinkInput From(InputObject input) => new(input.Get<string>("url"), input.Find<string>("title"), input.Find<string>("note"));
}

internal sealed class AddEvidenceValidator : ChangeInputValidator<AddEvidenceInput>
{
    public AddEvidenceValidator(DateOnly today)
    {
        RuleFor(input => input.TaskId).IsTaskId();
        RuleFor(input => input.Document!).SetValidator(new DocumentValidator(today)).When(input => input.Document is not null).OverridePropertyName("evidence.document");
        RuleFor(input => input.Link!).SetValidator(new LinkValidator()).When(input => input.Link is not null).OverridePropertyName("evidence.link");
        RuleFor(input => input.Figure!).SetValidator(new FigureValidator(today)).When(input => input.Figure is not null).OverridePropertyName("evidence.figure");
        RuleFor(input => input.File!).SetValidator(new FileInputValidator()).When(input => input.File is not null).OverridePropertyName("evidence.file");
    }

    private sealed class DocumentValidator : AbstractValidator<DocumentInput>
    {
        public DocumentValidator(DateOnly today)
        {
            RuleFor(document => document.Number).NotEmpty().WithMessage("A document has a number, such as 12/BC-UBND.", "Văn bản phải có số, ký hiệu, ví dụ 12/BC-UBND.").HasAtMost(100);
            RuleFor(document => document.Issuer).NotEmpty().WithMessage("Name the body that issued the document.", "Hãy nêu cơ quan ban hành văn bản.").HasAtMost(300);
            RuleFor(document => document.Date)
                .GreaterThanOrEqualTo(new DateOnly(1945, 9, 2)).WithMessage("A document's date can't be before 1945-09-02.", "Ngày ban hành không thể trước 1945-09-02.")
                .LessThanOrEqualTo(today).WithMessage($"A document can't be dated after today, {today:yyyy-MM-dd} in Vietnam.", $"Ngày ban hành không thể sau hôm nay, {today:yyyy-MM-dd} (giờ Việt Nam).");
            RuleFor(document => document.Title).HasAtMost(1000);
            RuleFor(document => document.Note).HasAtMost(2000);
        }
    }

    private sealed class LinkValidator : AbstractValidator<LinkInput>
    {
        public LinkValidator()
        {
            RuleFor(link => link.Url)
                .Must(BeWebAddress).WithMessage("An address is absolute and starts with http:// or https://.", "Địa chỉ phải đầy đủ và bắt đầu bằng http:// hoặc https://.")
                .HasAtMost(2000);
            RuleFor(link => link.Title).HasAtMost(1000);
            RuleFor(link => link.Note).HasAtMost(2000);
        }

        // No user or password in an address: it is shown to everyone who may read the task.
        private static bool BeWebAddress(string url) =>
            Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") && address.UserInfo.Length == 0;
    }
}
