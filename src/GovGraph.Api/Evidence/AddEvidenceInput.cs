using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.Plans.Evidence;

namespace GovGraph.Api.Evidence;

internal sealed record AddEvidenceInput(string TaskId, DocumentInput? Document, LinkInput? Link, ChangeRequest Request) : IChangeInput
{
    public static AddEvidenceInput From(InputObject input)
    {
        var evidence = input.Object("evidence")!.Value;
        return new(
            input.Get<string>("taskId"),
            evidence.Object("document") is { } document ? DocumentInput.From(document) : null,
            evidence.Object("link") is { } link ? LinkInput.From(link) : null,
            ChangeRequest.From(input));
    }

    /// <summary>The evidence as the domain keeps it: texts without white space around them.</summary>
    public EvidenceItem ToEvidence(DateTimeOffset addedAt) => Document is { } document
        ? new()
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
        RuleFor(input => input.TaskId).NotEmpty().WithMessage("Name the task by its id.");
        RuleFor(input => input.Document!).SetValidator(new DocumentValidator(today)).When(input => input.Document is not null).OverridePropertyName("evidence.document");
        RuleFor(input => input.Link!).SetValidator(new LinkValidator()).When(input => input.Link is not null).OverridePropertyName("evidence.link");
    }

    private sealed class DocumentValidator : AbstractValidator<DocumentInput>
    {
        public DocumentValidator(DateOnly today)
        {
            RuleFor(document => document.Number).NotEmpty().WithMessage("A document has a number, such as 12/BC-UBND.").MaximumLength(100).WithMessage(TooLong);
            RuleFor(document => document.Issuer).NotEmpty().WithMessage("Name the body that issued the document.").MaximumLength(300).WithMessage(TooLong);
            RuleFor(document => document.Date)
                .GreaterThanOrEqualTo(new DateOnly(1945, 9, 2)).WithMessage("A document's date can't be before 1945-09-02.")
                .LessThanOrEqualTo(today).WithMessage($"A document can't be dated after today, {today:yyyy-MM-dd} in Vietnam.");
            RuleFor(document => document.Title).MaximumLength(1000).WithMessage(TooLong);
            RuleFor(document => document.Note).MaximumLength(2000).WithMessage(TooLong);
        }
    }

    private sealed class LinkValidator : AbstractValidator<LinkInput>
    {
        public LinkValidator()
        {
            RuleFor(link => link.Url)
                .MaximumLength(2000).WithMessage(TooLong)
                .Must(BeWebAddress).WithMessage("An address is absolute and starts with http:// or https://.");
            RuleFor(link => link.Title).MaximumLength(1000).WithMessage(TooLong);
            RuleFor(link => link.Note).MaximumLength(2000).WithMessage(TooLong);
        }

        // No user or password in an address: it is shown to everyone who may read the task.
        private static bool BeWebAddress(string url) =>
            Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") && address.UserInfo.Length == 0;
    }

    private const string TooLong = "At most {MaxLength} characters; this has {TotalLength}.";
}
