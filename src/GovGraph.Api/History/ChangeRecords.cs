using GovGraph.Api.Access;
using GovGraph.Api.Changes;
using GovGraph.GraphQL.Execution;
using GovGraph.Storage;

namespace GovGraph.Api.History;

/// <summary>Makes the record that a change is kept with.</summary>
internal static class ChangeRecords
{
    public static ChangeRecord ChangeRecord(this FieldContext context, ChangeRequest request) => new(context.Get<Moment>().Now)
    {
        Who = context.Get<Caller>().Name,
        Reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim(),
        Client = context.Get<RequestClient>().Name,
        Key = context.KeyOf(request),
    };
}
