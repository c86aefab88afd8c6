using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Evidence;

/// <summary>A piece of evidence as it is handed in: exactly one of its kinds.</summary>
internal sealed record EvidenceInput(DocumentInput? Document, LinkInput? Link, FigureInput? Figure, FileInput? File)
{
    public static EvidenceInput From(InputObject evidence, FieldContext context) => new(
        evidence.Object("document") is { } document ? DocumentInput.From(document) : null,
        evidence.Object("link") is { } link ? LinkInput.From(link) : null,
        evidence.Object("figure") is { } figure ? FigureInput.From(figure) : null,
        evidence.Object("file") is { } file ? FileInput.From(file, context) : null);

    /// <summary>The evidence, with its file here and checked. Why a file is not is for the change to say, since one that was made before is not made again.</summary>
    public async ValueTask<Change<EvidenceItem>> Take(FieldContext context, bool isOnlyTried)
    {
        var now = context.Get<Moment>().Now;
        return (Document, Link, Figure, File) switch
        {
            ({ } document, _, _, _) => document.ToEvidence(now),
            (_, { } link, _, _) => link.ToEvidence(now),
            (_, _, { } figure, _) => figure.ToEvidence(now),
            _ => await File!.Take(context, isOnlyTried),
        };
    }
}

internal sealed record DocumentInput(string Number, DateOnly Date, string Issuer, string? Title, string? Note)
{
    public static DocumentInput From(InputObject input) => new(
        input.Get<string>("number"), input.Get<DateOnly>("date"), input.Get<string>("issuer"), input.Find<string>("title"), input.Find<string>("note"));

    public EvidenceItem ToEvidence(DateTimeOffset addedAt) =>
        new() { Kind = EvidenceKind.Document, Number = Number, Date = Date, Issuer = Issuer, Title = Title, Note = Note, AddedAt = addedAt };
}

internal sealed record LinkInput(string Url, string? Title, string? Note)
{
    public static LinkInput From(InputObject input) => new(input.Get<string>("url"), input.Find<string>("title"), input.Find<string>("note"));

    public EvidenceItem ToEvidence(DateTimeOffset addedAt) => new() { Kind = EvidenceKind.Link, Url = Url, Title = Title, Note = Note, AddedAt = addedAt };
}

internal sealed class EvidenceInputValidator : AbstractValidator<EvidenceInput>
{
    public EvidenceInputValidator(DateOnly today)
    {
        RuleFor(evidence => evidence.Document!).SetValidator(new DocumentValidator(today)).When(evidence => evidence.Document is not null);
        RuleFor(evidence => evidence.Link!).SetValidator(new LinkValidator()).When(evidence => evidence.Link is not null);
        RuleFor(evidence => evidence.Figure!).SetValidator(new FigureValidator(today)).When(evidence => evidence.Figure is not null);
        RuleFor(evidence => evidence.File!).SetValidator(new FileInputValidator()).When(evidence => evidence.File is not null);
    }

    private sealed class DocumentValidator : AbstractValidator<DocumentInput>
    {
        public DocumentValidator(DateOnly today)
        {
            RuleFor(document => document.Number).NotEmpty().WithMessage("A document has a number, such as 12/BC-UBND.", "Văn bản phải có số, ký hiệu, ví dụ 12/BC-UBND.").HasAtMost(100);
            RuleFor(document => document.Issuer).NotEmpty().WithMessage("Name the body that issued the document.", "Hãy nêu cơ quan ban hành văn bản.").HasAtMost(300);
            RuleFor(document => document.Date)
                .GreaterThanOrEqualTo(InputRules.FirstDay).WithMessage("A document's date can't be before 1945-09-02.", "Ngày ban hành không thể trước 1945-09-02.")
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
