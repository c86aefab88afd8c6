using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Budgets;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Text;
using GovGraph.Plans.Units;

namespace GovGraph.Plans.Documents;

/// <summary>Makes a plan of a document that keeps all rules: what is printed is kept, what it means is worked out.</summary>
internal sealed class PlanBuilder
{
    private static readonly Remembered<Deadline> Deadlines = new(DeadlineParser.Parse);
    private static readonly Remembered<IndicatorTarget> Targets = new((text, _) => IndicatorTarget.Parse(text));

    private readonly PlanDocument document;
    private readonly Issuer issuer;
    private readonly UnitRegister units;

    // Equal texts are mostly one object; where they are not, a cell is read once more.
    private readonly Dictionary<string, ImmutableArray<Assignment>>[] cells =
        [.. Enum.GetValues<UnitRole>().Select(_ => new Dictionary<string, ImmutableArray<Assignment>>(ReferenceEqualityComparer.Instance))];

    private PlanBuilder(PlanDocument document)
    {
        this.document = document;
        issuer = new Issuer
        {
            Id = document.Issuer.Id,
            Name = document.Issuer.Name,
            Place = document.Issuer.Place,
            Superior = Texts(document.Issuer.Superior),
        };
        units = new UnitRegister(issuer);
        foreach (var unit in document.Units ?? [])
        {
            units.Add(unit.Name, Texts(unit.Aliases));
        }

        Unit.Arrange(units.Units, (document.Units ?? []).Select(unit => unit.Under is { } above ? units.Find(above) : null));
    }

    public static Plan Build(PlanDocument document) => new PlanBuilder(document).Build();

    private Plan Build()
    {
        // First, because a cell may name a unit that is not listed.
        ImmutableArray<Area> areas = [.. (document.Areas ?? []).Select(Read)];
        return new Plan
        {
            Id = document.Id,
            Title = document.Title,
            Number = document.Number,
            Date = document.Date is { } date ? new PlanDate { Text = date.Text, Year = date.Year, Month = date.Month, Day = date.Day } : null,
            Year = document.Year,
            Program = document.Program,
            Level = document.Level,
            Issuer = issuer,
            Place = document.Place,
            Signatory = document.Signatory is { } signatory
                ? new Signatory { Authority = signatory.Authority, Position = signatory.Position, Name = signatory.Name }
                : null,
            Recipients = Texts(document.Recipients),
            LegalBases = Texts(document.LegalBases),
            Preamble = Texts(document.Preamble),
            Sections = Read(document.Sections),
            Closing = Texts(document.Closing),
            Annex = document.Annex is { } annex
                ? new Annex { Title = annex.Title, IssuedWith = annex.IssuedWith, Columns = Texts(annex.Columns) }
                : null,
            Budget = ReadMoney(document.Budget),
            EvidenceRule = document.EvidenceRule ?? default,
            Units = units.Units,
            Areas = areas,
            Damage = Read(document.Damage),
            Source = document.Source,
            Version = document.Version ?? 1,
        };
    }

    private Area Read(AreaDocument area) => new()
    {
        Id = $"{document.Id}/{area.Code}",
        Code = area.Code,
        Label = area.Label,
        Title = area.Title,
        Budget = ReadMoney(area.Budget),
        Components = [.. (area.Components ?? []).Select(Read)],
        Groups = [.. (area.Groups ?? []).Select(Read)],
        Tasks = [.. (area.Tasks ?? []).Select(Read)],
        Indicators = [.. (area.Indicators ?? []).Select(Read)],
        Damage = Read(area.Damage),
    };

    private Component Read(ComponentDocument component) => new()
    {
        Id = $"{document.Id}/{component.Code}",
        Code = component.Code,
        Label = component.Label,
        Title = component.Title,
        Budget = ReadMoney(component.Budget),
        Groups = [.. (component.Groups ?? []).Select(Read)],
        Tasks = [.. (component.Tasks ?? []).Select(Read)],
        Damage = Read(component.Damage),
    };

    private TaskGroup Read(GroupDocument group) => new()
    {
        Id = $"{document.Id}/{group.Code}",
        Code = group.Code,
        Label = group.Label,
        Title = group.Title,
        Budget = ReadMoney(group.Budget),
        Damage = Read(group.Damage),
    };

    private PlanTask Read(TaskDocument task) => new()
    {
        Id = task.Id,
        Code = task.Code,
        Label = task.Label,
        GroupCode = task.Group,
        Heading = task.Title,
        Items = Texts(task.Items),
        Target = task.Target,
        ExpectedResult = task.ExpectedResult,
        Cells = new UnitCells(task.Lead, task.Coordinating, task.Implementing, null),
        Assignments =
        [
            .. ReadCell(task.Lead, UnitRole.Lead),
            .. ReadCell(task.Coordinating, UnitRole.Coordinating),
            .. ReadCell(task.Implementing, UnitRole.Implementing),
        ],
        Deadline = ReadDeadline(task),
        Budget = ReadMoney(task.Budget),
        Note = task.Note,
        Line = task.Line,
        Damage = Read(task.Damage),
        Progress = new TaskProgress
        {
            Status = task.Status ?? default,
            StatusNote = task.StatusNote,
            CompletedOn = task.CompletedOn,
            Evidence = [.. (task.Evidence ?? []).Select(Build)],
            Occurrences = [.. (task.Occurrences ?? []).Select(Build)],
            Events = [.. (task.Events ?? []).Select(Build)],
            Extensions = [.. (task.Extensions ?? []).Select(Build)],
            Notes = [.. (task.Notes ?? []).Select(Build)],
            Version = task.Version ?? 1,
        },
    };

    // The same words name the same units in all cells of a plan.
    private ImmutableArray<Assignment> ReadCell(string? cell, UnitRole role)
    {
        if (cell is null)
        {
            return [];
        }

        ref var read = ref CollectionsMarshal.GetValueRefOrAddDefault(cells[(int)role], cell, out var isKnown);
        return isKnown ? read : read = UnitCell.Split(cell, role, units);
    }

    private Deadline ReadDeadline(TaskDocument task)
    {
        var isLost = task.Deadline is null && (task.Damage ?? []).Any(damage => damage is { Field: "deadline", Kind: DamageKind.Lost });
        return isLost ? Deadline.Lost : Deadlines.Of(task.Deadline ?? "", document.Year);
    }

    private Indicator Read(IndicatorDocument indicator) => new()
    {
        Id = $"{document.Id}/{indicator.Code}",
        Code = indicator.Code,
        Label = indicator.Label,
        Heading = Texts(indicator.Heading),
        Title = indicator.Title,
        Unit = indicator.Unit,
        Target = Targets.Of(indicator.Target),
        Cells = new UnitCells(indicator.Lead, indicator.Coordinating, null, indicator.Evaluator),
        Assignments =
        [
            .. ReadCell(indicator.Lead, UnitRole.Lead),
            .. ReadCell(indicator.Coordinating, UnitRole.Coordinating),
            .. ReadCell(indicator.Evaluator, UnitRole.Evaluator),
        ],
        Line = indicator.Line,
        Damage = Read(indicator.Damage),
        Values = [.. (indicator.Values ?? []).Select(Build).OrderBy(value => value.Period.To).ThenByDescending(value => value.Period.From)],
        Version = indicator.Version ?? 1,
    };

    public static IndicatorValue Build(ValueDocument value) => new()
    {
        Period = ReadPeriod(value.Period),
        Value = value.Value,
        Note = value.Note,
        RecordedAt = value.RecordedAt,
    };

    public static EvidenceItem Build(EvidenceDocument item) => new()
    {
        Id = item.Id,
        Kind = item.Kind,
        Title = item.Title,
        Number = item.Number,
        Date = item.Date,
        Issuer = item.Issuer,
        Url = item.Url,
        FileName = item.FileName,
        Size = item.Size,
        Sha256 = item.Sha256,
        MediaType = item.MediaType,
        Value = item.Value,
        Unit = item.Unit,
        Period = item.Period is { } period ? ReadPeriod(period) : null,
        Note = item.Note,
        AddedAt = item.AddedAt,
        Reviews = item.Reviews is { } reviews ? [.. reviews.Select(Build)] : [],
        Withdrawal = item.Withdrawal is { } withdrawal ? new EvidenceWithdrawal(withdrawal.At) { By = withdrawal.By, Reason = withdrawal.Reason } : null,
    };

    private static EvidenceReview Build(ReviewDocument item) => new(item.Decision, item.At) { By = item.By, Reason = item.Reason };

    public static RecordedOccurrence Build(OccurrenceDocument item) =>
        new(ReadPeriod(item.Period), item.Ordinal ?? 1, item.HappenedOn, item.RecordedAt) { Note = item.Note };

    public static TaskEvent Build(EventDocument item) => new()
    {
        Id = item.Id,
        Trigger = item.Trigger,
        HappenedOn = item.HappenedOn,
        Due = item.Due,
        DoneOn = item.DoneOn,
        Note = item.Note,
        DoneNote = item.DoneNote,
        RecordedAt = item.RecordedAt,
    };

    public static DeadlineExtension Build(ExtensionDocument item) => new()
    {
        Id = item.Id,
        Due = item.Due,
        Until = item.Until,
        Reason = item.Reason,
        By = item.By,
        At = item.At,
        Decision = item.Decision is { } decision
            ? new ExtensionDecision(decision.Verdict, decision.At) { Until = decision.Until, By = decision.By, Reason = decision.Reason }
            : null,
    };

    public static TaskNote Build(NoteDocument item) => new() { Id = item.Id, Text = item.Text, By = item.By, At = item.At };

    private static Period ReadPeriod(string text) =>
        Period.TryParse(text, out var period) ? period : throw new UnreachableException($"'{text}' was checked before.");

    private static ImmutableArray<Section> Read(SectionDocument[]? sections) =>
    [
        .. (sections ?? []).Select(section => new Section
        {
            Code = section.Code,
            Title = section.Title,
            Text = Texts(section.Text),
            Sections = Read(section.Sections),
        }),
    ];

    private static ImmutableArray<Damage> Read(DamageDocument[]? damage) =>
        [.. (damage ?? []).Select(mark => new Damage { Field = mark.Field, Kind = mark.Kind, StoodIn = mark.StoodIn, Remark = mark.Remark })];

    // The document is not used afterwards, so its lists become the plan's.
    private static ImmutableArray<string> Texts(string[]? texts) => ImmutableCollectionsMarshal.AsImmutableArray(texts ?? []);

    private static Money? ReadMoney(string? text) => text is not null && Money.TryParse(text, out var money) ? money : null;
}
