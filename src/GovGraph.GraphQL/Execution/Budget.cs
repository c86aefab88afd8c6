using System.Runtime.InteropServices;
using System.Text.Json;
using GovGraph.GraphQL.Costs;

namespace GovGraph.GraphQL.Execution;

/// <summary>What an execution takes from its caller's budget.</summary>
internal static class Budget
{
    // Reading a document and looking at a request is work too, whatever comes of it.
    private const double Least = 1;

    // So is reading variables: a field can't know how much it will be given.
    private const int SizeOfOne = 1024;

    /// <summary>Gives the answer where there is not enough left, and null where the execution may begin.</summary>
    public static GraphQLResponse? Take(GraphQLRequest request, Cost cost)
    {
        if (request.Spend is not { } spend) return null;

        var price = Math.Max(Least, Math.Ceiling(cost.Fields)) + OfSize(request);
        return spend(price) is { } over ? GraphQLResponse.Refuse(ResponseKind.OverBudget, [over.ToError(price)]) : null;
    }

    /// <summary>Takes what a refused request costs. It is answered all the same: the next one will not be.</summary>
    public static void TakeLeast(GraphQLRequest request) => request.Spend?.Invoke(Least + OfSize(request));

    private static int OfSize(GraphQLRequest request) =>
        (request.Query.Length + (request.Variables.ValueKind == JsonValueKind.Undefined ? 0 : JsonMarshal.GetRawUtf8Value(request.Variables).Length)) / SizeOfOne;
}
