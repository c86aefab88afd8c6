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
        evidence.Field("url", item => item.Url);
        evidence.Field("note", item => item.Note);
        evidence.Field("addedAt", item => item.AddedAt);
    }
}
