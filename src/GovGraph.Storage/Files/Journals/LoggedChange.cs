using GovGraph.Storage.History;

namespace GovGraph.Storage.Files.Journals;

/// <summary>A change, and where on the disk the whole of it is.</summary>
internal sealed record LoggedChange : HistoryEntry
{
    public required JournalPlace Place { get; init; }

    /// <param name="record">The record that told it.</param>
    /// <param name="item">What has happened.</param>
    /// <param name="part">Which of the record's events it is.</param>
    /// <param name="shared">Gives one text for all that are equal.</param>
    public static LoggedChange Of(LoggedRecord record, PlanEvent item, int part, Func<string, string> shared) => new()
    {
        Sequence = record.Sequence,
        Part = part,
        PlanId = shared(record.PlanId),
        NodeId = shared(item.NodeId ?? record.PlanId),
        PlanVersion = item.PlanVersion,
        Kind = ChangeKinds.Of(item),
        At = Moment(item.Record.At),
        Who = item.Record.Who is { } who ? shared(who) : null,
        Client = item.Record.Client is { } client ? shared(client) : null,
        Place = record.Place,
    };
}

/// <summary>A line of a journal: the journal by the number of its first record, since its file gets another name when it is put aside.</summary>
internal readonly record struct JournalPlace(long FirstOfFile, long Offset, int Length);
