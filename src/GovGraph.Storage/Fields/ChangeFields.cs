using GovGraph.Storage.Filters;
using GovGraph.Storage.History;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of what has happened.</summary>
internal static class ChangeFields
{
    public static FieldMap<HistoryEntry> Map { get; } = new(
        "Change",
        new IdField<HistoryEntry>("plan", change => change.PlanId),
        new IdField<HistoryEntry>("node", change => change.NodeId),
        new ValueField<HistoryEntry, ChangeKind>("kind", change => change.Kind),
        new ValueField<HistoryEntry, DateTimeOffset>("at", change => change.At),
        new IdField<HistoryEntry>("who", change => change.Who),
        new IdField<HistoryEntry>("client", change => change.Client),
        new ChangedTaskField(),
        new ValueField<HistoryEntry, long>("planVersion", change => change.PlanVersion, "version"),
        new ValueField<HistoryEntry, long>("sequence", change => change.Sequence, "_id"),
        new ValueField<HistoryEntry, int>("part", change => change.Part))
    {
        Tail = [new("sequence"), new("part")],
    };
}

/// <summary>Whether a unit takes part in the task that was changed. A store looks for those tasks first: <see cref="InvolvedTasks"/>.</summary>
internal sealed class ChangedTaskField() : Field<HistoryEntry>(Involvement.Name, null)
{
    public override FieldKind Kind => FieldKind.Involvement;

    internal override Func<HistoryEntry, bool> Compile(FieldFilter filter) => throw Unsupported(filter);
}
