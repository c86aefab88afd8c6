using GovGraph.GraphQL.Bindings;
using GovGraph.Plans;

namespace GovGraph.Api.Periods;

internal static class PeriodFields
{
    public static void Bind(TypeBinding<Period> periods)
    {
        periods.Field("kind", period => period.Kind);
        periods.Field("name", period => period.ToString());
        periods.Field("from", period => period.From);
        periods.Field("to", period => period.To);
    }
}
