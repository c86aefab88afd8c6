using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Evidence;

namespace GovGraph.Api.Evidence;

internal static class EvidenceFields
{
    public static void Bind(TypeBinding<EvidenceItem> evidence)
    {
        evidence.Field("id", item => item.Id);
        evidence.Field("kind", item => item.Kind);
        evidence.Field("title", item => item.Title);
        evidence.Field("number", item => item.Number);
        evidence.Field("date", item => item.Date);
        evidence.Field("issuer", item => item.Issuer);
        evidence.Field("url", item => item.Kind == EvidenceKind.File ? $"/files/{item.Id}" : item.Url);
        evidence.Field("fileName", item => item.FileName);
        evidence.Field("size", item => item.Size);
        evidence.Field("sha256", item => item.Sha256);
        evidence.Field("mediaType", item => item.MediaType);
        evidence.Field("note", item => item.Note);
        evidence.Field("addedAt", item => item.AddedAt);
    }
}
