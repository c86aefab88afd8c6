namespace GovGraph.GraphQL.Costs;

/// <summary>What an operation costs: the work of its fields, and the objects it gives. Numbers stop at <see cref="Most"/>, which no limit reaches.</summary>
internal readonly record struct Cost
{
    public const double Most = 1e12;

    public Cost(double fields, double types) => (Fields, Types) = (Clamp(fields), Clamp(types));

    /// <summary>fieldCost</summary>
    public double Fields { get; }

    /// <summary>typeCost</summary>
    public double Types { get; }

    public static Cost Unbounded { get; } = new(Most, Most);

    public static Cost operator +(Cost left, Cost right) => new(left.Fields + right.Fields, left.Types + right.Types);

    public static Cost operator *(double times, Cost cost) => new(times * cost.Fields, times * cost.Types);

    public static Cost Max(Cost left, Cost right) => new(Math.Max(left.Fields, right.Fields), Math.Max(left.Types, right.Types));

    // Written so that what is no number counts as the most.
    public static double Clamp(double cost) => cost < Most ? Math.Max(cost, 0) : Most;
}
