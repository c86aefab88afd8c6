using GovGraph.Plans.Evidence;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of a piece of evidence.</summary>
internal static class EvidenceFields
{
    public static FieldMap<EvidenceItem> Map { get; } = new(
        "Evidence",
        new IdField<EvidenceItem>("id", item => item.Id),
        new ValueField<EvidenceItem, EvidenceKind>("kind", item => item.Kind),
        new TextField<EvidenceItem>("title", item => item.Title),
        new TextField<EvidenceItem>("number", item => item.Number),
        new ValueField<EvidenceItem, DateOnly>("date", item => item.Date),
        new TextField<EvidenceItem>("issuer", item => item.Issuer),
        new TextField<EvidenceItem>("url", item => item.Url),
        new TextField<EvidenceItem>("fileName", item => item.FileName),
        new ValueField<EvidenceItem, long>("size", item => item.Size),
        new IdField<EvidenceItem>("sha256", item => item.Sha256),
        new IdField<EvidenceItem>("mediaType", item => item.MediaType),
        new ValueField<EvidenceItem, decimal>("value", item => item.Value),
        new TextField<EvidenceItem>("unit", item => item.Unit),
        new TextField<EvidenceItem>("note", item => item.Note),
        new ValueField<EvidenceItem, DateTimeOffset>("addedAt", item => item.AddedAt),
        // Documents from before there were reviews do not tell it.
        new ValueField<EvidenceItem, EvidenceState>("state", item => item.State) { Absent = EvidenceState.Submitted });
}
