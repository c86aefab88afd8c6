using GovGraph.Api.Access;
using GovGraph.GraphQL.Execution;
using GovGraph.Storage;

namespace GovGraph.Api.History;

/// <summary>Makes the record that a change is kept with.</summary>
internal static class ChangeRecords
{
    /// <param name="context">Of the mutation.</param>
    /// <param name="reason">As the caller gave it.</param>
    public static ChangeRecord ChangeRecord(this FieldContext context, string? reason) => new(context.Get<Moment>().Now)
    {
        Who = context.Get<Caller>().Name,
        Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
        Client = context.Get<RequestClient>().Name,
    };
}
