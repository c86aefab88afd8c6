using GovGraph.GraphQL.Costs;
using GovGraph.GraphQL.Errors;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>GraphQL-Cost: a caller asks what its operation costs. A socket asks once, for all its operations.</summary>
internal static class CostHeader
{
    private const string Name = "GraphQL-Cost";

    public static RequestFault? Read(HttpRequest request, out CostReporting reporting)
    {
        reporting = CostReporting.None;
        if (!request.Headers.TryGetValue(Name, out var value)) return null;
        switch (value.ToString().Trim().ToLowerInvariant())
        {
            case "report":
                reporting = CostReporting.Report;
                return null;
            case "validate":
                reporting = CostReporting.Validate;
                return null;
            default:
                return new RequestFault(
                    StatusCodes.Status400BadRequest, ErrorCodes.InvalidRequest, $"The header {Name} must be `report` or `validate`.");
        }
    }
}
