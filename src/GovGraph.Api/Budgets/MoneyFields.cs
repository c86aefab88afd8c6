using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Budgets;

namespace GovGraph.Api.Budgets;

internal static class MoneyFields
{
    public static void Bind(TypeBinding<Money> amounts)
    {
        amounts.Field("dong", amount => amount.Dong);
        amounts.Field("text", amount => amount.Text);
    }
}
