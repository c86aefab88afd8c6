using GovGraph.GraphQL.Bindings;
using GovGraph.Storage.History;

namespace GovGraph.Api.Changes;

internal static class ConflictFields
{
    public static void Bind(TypeBinding<ConflictingChange> changes)
    {
        changes.Field("field", change => change.Field.Field);
        changes.Field("before", change => change.Field.Before);
        changes.Field("after", change => change.Field.After);
        changes.Field("by", change => change.Entry.Who);
        changes.Field("at", change => change.Entry.At);
        changes.Field("reason", change => change.Entry.Event!.Record.Reason);
        changes.Field("version", change => change.Entry.Event!.After!.Version);
    }
}
