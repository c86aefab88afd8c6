using GovGraph.Api.History;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Deadlines;

namespace GovGraph.Api.Deadlines;

internal static class ExtensionFields
{
    public static void Bind(SchemaBindings bindings)
    {
        bindings.Type<DeadlineExtension>("DeadlineExtension", extensions =>
        {
            extensions.Field("id", extension => extension.Id);
            extensions.Field("state", extension => extension.State);
            extensions.Field("due", extension => extension.Due);
            extensions.Field("until", extension => extension.Until);
            extensions.Field("reason", extension => extension.Reason);
            extensions.Field("by", extension => extension.By);
            extensions.Field("at", extension => extension.At);
            extensions.Field("decision", extension => extension.Decision);
            extensions.HistoryInTask();
        });
        bindings.Type<ExtensionDecision>("ExtensionDecision", decisions =>
        {
            decisions.Field("verdict", decision => decision.Verdict);
            decisions.Field("until", decision => decision.Until);
            decisions.Field("by", decision => decision.By);
            decisions.Field("at", decision => decision.At);
            decisions.Field("reason", decision => decision.Reason);
        });
        bindings.Enum<ExtensionState>("ExtensionState");
        bindings.Enum<ExtensionVerdict>("ExtensionVerdict");
    }
}
