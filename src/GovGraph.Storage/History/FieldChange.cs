using System.Globalization;
using GovGraph.Plans;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Files.Journals;

namespace GovGraph.Storage.History;

/// <summary>A field that a change has changed, as text: null where there was nothing, or is nothing any more.</summary>
/// <param name="Field">Its public name.</param>
public sealed record FieldChange(string Field, string? Before, string? After)
{
    /// <summary>What differs, field by field; nothing where a plan was taken in.</summary>
    public static IEnumerable<FieldChange> Of(PlanEvent item) =>
        item is { Before: { } before, After: { } after } ? Differences(before, after).Select(difference => difference.Change) : [];

    /// <summary>Whether a change made, changed or took away the item of a task that has this id.</summary>
    public static bool HasTouched(PlanEvent change, string itemId) =>
        change is { Before: { } before, After: { } after } && Differences(before, after).Any(difference => Equals(difference.Item, itemId));

    /// <summary>The fields that differ; of lists, each item for itself.</summary>
    internal static IEnumerable<(string Field, object? Item)> Touched(NodeProgress before, NodeProgress after) =>
        Differences(before, after).Select(difference => (difference.Change.Field, difference.Item));

    private static IEnumerable<Difference> Differences(NodeProgress from, NodeProgress to) => (from, to) switch
    {
        (TaskProgress before, TaskProgress after) =>
        [
            .. Differing("status", JsonMembers.Word(before.Status), JsonMembers.Word(after.Status)),
            .. Differing("statusNote", before.StatusNote, after.StatusNote),
            .. Differing("completedOn", Text(before.CompletedOn), Text(after.CompletedOn)),
            .. Items("evidence", before.Evidence, after.Evidence, item => item.Id, Text),
            .. Items("occurrences", before.Occurrences, after.Occurrences, item => (item.Period, item.Ordinal), Text),
            .. Items("events", before.Events, after.Events, item => item.Id, Text),
            .. Items("extensions", before.Extensions, after.Extensions, item => item.Id, Text),
            .. Differing("extendedTo", Text(before.ExtendedTo), Text(after.ExtendedTo)),
            .. Items("notes", before.Notes, after.Notes, item => item.Id, item => item.Text),
        ],
        (IndicatorProgress before, IndicatorProgress after) => Items("values", before.Values, after.Values, value => value.Period, Text),
        _ => [],
    };

    /// <summary>One for each item that is new, gone or other than before.</summary>
    private static IEnumerable<Difference> Items<TItem, TKey>(
        string field, IReadOnlyCollection<TItem> before, IReadOnlyCollection<TItem> after, Func<TItem, TKey> key, Func<TItem, string> text)
        where TKey : notnull
    {
        var old = before.ToDictionary(key, text);
        var kept = after.Select(key).ToHashSet();
        return
        [
            .. before.Where(item => !kept.Contains(key(item))).Select(item => new Difference(new FieldChange(field, text(item), null), key(item))),
            .. after.SelectMany(item => Differing(field, old.GetValueOrDefault(key(item)), text(item), key(item))),
        ];
    }

    private static IEnumerable<Difference> Differing(string field, string? before, string? after, object? item = null) =>
        before == after ? [] : [new Difference(new FieldChange(field, before, after), item)];

    private static string Text(RecordedOccurrence item) => string.Create(
        CultureInfo.InvariantCulture, $"{item.Period}{(item.Ordinal == 1 ? "" : $" ({item.Ordinal})")}: {Text(item.HappenedOn)}{(item.Note is { } note ? $", {note}" : "")}");

    private static string Text(TaskEvent item) => string.Join(", ",
        ((string?[])[item.Trigger, Text(item.HappenedOn), Text(item.Due), item.Note, Text(item.DoneOn), item.DoneNote]).Where(part => part is not null));

    private static string? Text(DateOnly? date) => date?.ToString("O", CultureInfo.InvariantCulture);

    private static string Text(IndicatorValue value) => string.Create(
        CultureInfo.InvariantCulture, $"{value.Period}: {value.Value}{(value.Note is { } note ? $", {note}" : "")}");

    private static string Text(DeadlineExtension item) => string.Create(CultureInfo.InvariantCulture,
        $"{item.Due:yyyy-MM-dd} to {item.Until:yyyy-MM-dd}, {item.Reason}{(item.Decision is { } decision ? $", {Because(item.State, decision.Reason)}" : "")}");

    private static string Text(EvidenceItem item) => string.Join(", ",
        ((string?[])
        [
            item.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value} {item.Unit}") : null,
            item.Number, Text(item.Date), item.Period?.ToString(), item.Issuer, item.Title, item.Url, item.FileName, item.Sha256, item.Note, StateOf(item),
        ]).Where(part => part is not null));

    // What was only handed in reads as it did before there were reviews.
    private static string? StateOf(EvidenceItem item) => item.State switch
    {
        EvidenceState.Submitted => null,
        EvidenceState.Withdrawn => Because(item.State, item.Withdrawal!.Reason),
        _ => Because(item.State, item.Reviews[^1].Reason),
    };

    private static string Because<T>(T state, string? reason)
        where T : struct, Enum => reason is null ? JsonMembers.Word(state) : $"{JsonMembers.Word(state)}: {reason}";

    /// <param name="Item">Which one of a list; null of a plain field.</param>
    private readonly record struct Difference(FieldChange Change, object? Item);
}
