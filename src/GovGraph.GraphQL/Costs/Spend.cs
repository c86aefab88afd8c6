using System.Collections.Immutable;
using GovGraph.GraphQL.Errors;

namespace GovGraph.GraphQL.Costs;

/// <summary>Takes the field cost of an operation from what its caller may spend. Null where there was enough.</summary>
public delegate Overspending? Spend(double fieldCost);

/// <summary>An operation that its caller can't pay now.</summary>
/// <param name="PerMinute">What the caller may spend in a minute.</param>
/// <param name="RetryAfter">When there will be enough.</param>
public sealed record Overspending(double PerMinute, TimeSpan RetryAfter)
{
    /// <summary>The same in whole seconds, one at least, as HTTP has it.</summary>
    public int RetryAfterSeconds => (int)Math.Clamp(Math.Ceiling(RetryAfter.TotalSeconds), 1, int.MaxValue);

    /// <summary>What the caller is told of what would have cost this.</summary>
    public GraphQLError ToError(double fieldCost) => new($"The budget of {PerMinute} a minute is spent. Try again in {RetryAfterSeconds} s, or ask for less at once.")
    {
        Code = ErrorCodes.BudgetExceeded,
        Extensions = ImmutableDictionary<string, object?>.Empty
            .Add("budget", new Dictionary<string, object> { ["perMinute"] = PerMinute, ["fieldCost"] = fieldCost, ["retryAfter"] = RetryAfterSeconds }),
    };
}
