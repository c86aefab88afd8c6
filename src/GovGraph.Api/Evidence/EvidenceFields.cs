using GovGraph.Api.Files;
using GovGraph.Api.History;
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
        evidence.Field("url", item => item.Kind == EvidenceKind.File ? FileAddress.OfEvidence(item.Id) : item.Url);
        evidence.Field("fileName", item => item.FileName);
        evidence.Field("size", item => item.Size);
        evidence.Field("sha256", item => item.Sha256);
        evidence.Field("mediaType", item => item.MediaType);
        evidence.Field("value", item => item.Value);
        evidence.Field("unit", item => item.Unit);
        evidence.Field("period", item => item.Period);
        evidence.Field("note", item => item.Note);
        evidence.Field("addedAt", item => item.AddedAt);
        evidence.Field("state", item => item.State);
        evidence.Field("reviews", item => item.Reviews);
        evidence.Field("withdrawal", item => item.Withdrawal);
        evidence.HistoryInTask();
    }

    public static void BindReview(TypeBinding<EvidenceReview> reviews)
    {
        reviews.Field("decision", review => review.Decision);
        reviews.Field("by", review => review.By);
        reviews.Field("at", review => review.At);
        reviews.Field("reason", review => review.Reason);
    }

    public static void BindWithdrawal(TypeBinding<EvidenceWithdrawal> withdrawals)
    {
        withdrawals.Field("by", withdrawal => withdrawal.By);
        withdrawals.Field("at", withdrawal => withdrawal.At);
        withdrawals.Field("reason", withdrawal => withdrawal.Reason);
    }
}
