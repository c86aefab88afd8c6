using GovGraph.Plans.Deadlines;
using GovGraph.Storage.Filters;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of a deadline.</summary>
internal static class DeadlineFields
{
    public static FieldMap<Deadline> Map { get; } = new(
        "Deadline",
        new TextField<Deadline>("text", deadline => deadline.Text),
        new ListField<Deadline, DeadlineKind>("kinds", deadline => deadline.Kinds, () => Kinds!),
        new ListField<Deadline, DueStep>("steps", deadline => deadline.Steps, () => DueStepFields.Map),
        new ValueField<Deadline, DateOnly>("dueDate", deadline => deadline.DueDate),
        new ValueField<Deadline, DateOnly>("firstDueDate", deadline => deadline.FirstDueDate),
        new ValueField<Deadline, bool>("isExclusive", deadline => deadline.IsExclusive))
    {
        Presence = "text",
        Dates = ("steps", "due"),
    };

    private static FieldMap<DeadlineKind> Kinds { get; } = new(
        "DeadlineKind",
        new ValueField<DeadlineKind, DeadlineKind>(FieldFilter.Itself, kind => kind));
}
