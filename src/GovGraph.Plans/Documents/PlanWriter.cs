using System.Collections.Immutable;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Documents;

/// <summary>Makes the document of a plan: what is printed, and what is not as at first. What is worked out is left out.</summary>
internal static class PlanWriter
{
    public static PlanDocument Write(Plan plan) => new()
    {
        SchemaVersion = PlanRules.SchemaVersion,
        Id = plan.Id,
        Title = plan.Title,
        Number = plan.Number,
        Date = plan.Date is { } date ? new DateDocument { Text = date.Text, Year = date.Year, Month = date.Month, Day = date.Day } : null,
        Year = plan.Year,
        Program = plan.Program,
        Level = plan.Level,
        Issuer = new IssuerDocument { Id = plan.Issuer.Id, Name = plan.Issuer.Name, Place = plan.Issuer.Place, Superior = List(plan.Issuer.Superior) },
        Place = plan.Place,
        Signatory = plan.Signatory is { } signatory
            ? new SignatoryDocument { Authority = signatory.Authority, Position = signatory.Position, Name = signatory.Name }
            : null,
        Recipients = List(plan.Recipients),
        LegalBases = List(plan.LegalBases),
        Preamble = List(plan.Preamble),
        Sections = List(plan.Sections, Write),
        Closing = List(plan.Closing),
        Annex = plan.Annex is { } annex
            ? new AnnexDocument { Title = annex.Title, IssuedWith = annex.IssuedWith, Columns = List(annex.Columns) }
            : null,
        Budget = plan.Budget?.Text,
        EvidenceRule = plan.EvidenceRule == default ? null : plan.EvidenceRule,
        Units = List([.. plan.Units.Where(unit => unit.IsListed)], unit => new UnitDocument { Name = unit.Name, Aliases = List(unit.Aliases), Under = unit.Under?.Name }),
        Areas = List(plan.Areas, Write),
        Damage = List(plan.Damage, Write),
        Source = plan.Source,
        Version = Beyond(plan.Version),
    };

    private static SectionDocument Write(Section section) => new()
    {
        Code = section.Code,
        Title = section.Title,
        Text = List(section.Text),
        Sections = List(section.Sections, Write),
    };

    private static AreaDocument Write(Area area) => new()
    {
        Code = area.Code,
        Label = area.Label,
        Title = area.Title,
        Budget = area.Budget?.Text,
        Components = List(area.Components, Write),
        Groups = List(area.Groups, Write),
        Tasks = List(area.Tasks, Write),
        Indicators = List(area.Indicators, Write),
        Damage = List(area.Damage, Write),
    };

    private static ComponentDocument Write(Component component) => new()
    {
        Code = component.Code,
        Label = component.Label,
        Title = component.Title,
        Budget = component.Budget?.Text,
        Groups = List(component.Groups, Write),
        Tasks = List(component.Tasks, Write),
        Damage = List(component.Damage, Write),
    };

    private static GroupDocument Write(TaskGroup group) => new()
    {
        Code = group.Code,
        Label = group.Label,
        Title = group.Title,
        Budget = group.Budget?.Text,
        Damage = List(group.Damage, Write),
    };

    private static TaskDocument Write(PlanTask task) => new()
    {
        Id = task.Id,
        Code = task.Code,
        Label = task.Label,
        Group = task.GroupCode,
        Title = task.Heading,
        Items = List(task.Items),
        Target = task.Target,
        ExpectedResult = task.ExpectedResult,
        Lead = task.Cells.Lead,
        Coordinating = task.Cells.Coordinating,
        Implementing = task.Cells.Implementing,
        Deadline = task.Deadline.Text,
        Budget = task.Budget?.Text,
        Note = task.Note,
        Line = task.Line,
        Damage = List(task.Damage, Write),
        Status = task.Status == TaskStatus.NotStarted ? null : task.Status,
        StatusNote = task.StatusNote,
        CompletedOn = task.CompletedOn,
        Evidence = List(task.Evidence, Write),
        Occurrences = List(task.Recorded, Write),
        Events = List(task.Events, Write),
        Extensions = List(task.Extensions, Write),
        Notes = List(task.Notes, note => new NoteDocument { Id = note.Id, Text = note.Text, By = note.By, At = note.At }),
        Version = Beyond(task.Version),
    };

    private static IndicatorDocument Write(Indicator indicator) => new()
    {
        Code = indicator.Code,
        Label = indicator.Label,
        Heading = List(indicator.Heading),
        Title = indicator.Title,
        Unit = indicator.Unit,
        Target = indicator.Target.Text,
        Lead = indicator.Cells.Lead,
        Coordinating = indicator.Cells.Coordinating,
        Evaluator = indicator.Cells.Evaluator,
        Line = indicator.Line,
        Damage = List(indicator.Damage, Write),
        Values = List(indicator.Values, Write),
        Version = Beyond(indicator.Version),
    };

    private static ValueDocument Write(IndicatorValue value) =>
        new() { Period = value.Period.ToString(), Value = value.Value, Note = value.Note, RecordedAt = value.RecordedAt };

    private static EvidenceDocument Write(EvidenceItem item) => new()
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
        Period = item.Period?.ToString(),
        Note = item.Note,
        AddedAt = item.AddedAt,
        Reviews = List(item.Reviews, review => new ReviewDocument { Decision = review.Decision, By = review.By, At = review.At, Reason = review.Reason }),
        Withdrawal = item.Withdrawal is { } withdrawal ? new WithdrawalDocument { By = withdrawal.By, At = withdrawal.At, Reason = withdrawal.Reason } : null,
    };

    private static OccurrenceDocument Write(RecordedOccurrence item) => new()
    {
        Period = item.Period.ToString(),
        Ordinal = item.Ordinal == 1 ? null : item.Ordinal,
        HappenedOn = item.HappenedOn,
        Note = item.Note,
        RecordedAt = item.RecordedAt,
    };

    private static EventDocument Write(TaskEvent item) => new()
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

    private static ExtensionDocument Write(DeadlineExtension item) => new()
    {
        Id = item.Id,
        Due = item.Due,
        Until = item.Until,
        Reason = item.Reason,
        By = item.By,
        At = item.At,
        Decision = item.Decision is { } decision
            ? new ExtensionDecisionDocument { Verdict = decision.Verdict, Until = decision.Until, By = decision.By, At = decision.At, Reason = decision.Reason }
            : null,
    };

    private static DamageDocument Write(Damage damage) =>
        new() { Field = damage.Field, Kind = damage.Kind, StoodIn = damage.StoodIn, Remark = damage.Remark };

    private static string[]? List(ImmutableArray<string> texts) => texts.IsEmpty ? null : [.. texts];

    private static TDocument[]? List<T, TDocument>(ImmutableArray<T> nodes, Func<T, TDocument> write) => nodes.IsEmpty ? null : [.. nodes.Select(write)];

    private static long? Beyond(long version) => version == 1 ? null : version;
}
