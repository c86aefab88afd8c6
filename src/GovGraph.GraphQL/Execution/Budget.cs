using GovGraph.GraphQL.Costs;

namespace GovGraph.GraphQL.Execution;

/// <summary>What an execution takes from its caller's budget.</summary>
internal static class Budget
{
    // Reading a document and looking at a request is work too, whatever comes of it.
    private const double Least = 1;

    /// <summary>Gives the answer where there is not enough left, and null where the execution may begin.</summary>
    public static GraphQLResponse? Take(GraphQLRequest request, Cost cost)
    {
        var price = Math.Max(Least, Math.Ceiling(cost.Fields));
        return request.Spend?.Invoke(price) is { } over ? GraphQLResponse.Refuse(ResponseKind.OverBudget, [over.ToError(price)]) : null;
    }

    /// <summary>Takes what a refused request costs. It is answered all the same: the next one will not be.</summary>
    public static void TakeLeast(GraphQLRequest request) => request.Spend?.Invoke(Least);
}
