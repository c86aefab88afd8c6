using System.Collections.Immutable;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Diagnostics;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;

namespace GovGraph.GraphQL.Costs;

/// <summary>Whether an operation, with its variables, may cost what it costs.</summary>
internal sealed class CostAnalysis(BoundSchema schema, CostOptions options)
{
    private const int NamedFields = 3;

    private readonly SchemaWeights _weights = new(schema, options);

    /// <summary>The cost where anybody wants to know it, and why the operation is refused for it, if it is.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="selections">What is selected.</param>
    /// <param name="variables">With what variables.</param>
    /// <param name="isWanted">Whether the caller is told it, or pays for it.</param>
    /// <param name="observed">Hears of it.</param>
    public (Cost? Cost, IReadOnlyList<GraphQLError> Errors) Of(
        CompiledOperation operation, CompiledSelections selections, VariableValues variables, bool isWanted, ObservedOperation? observed = null)
    {
        if (!options.EnforceCostLimits && !isWanted) return (null, []);

        var plan = selections.CostPlan ??= new CostPlanBuilder(operation, selections, _weights).Build();
        var evaluation = plan.Evaluate(_weights, variables);
        var cost = plan.Of(evaluation);
        observed?.Weighed(cost);
        if (plan.Errors.Length + evaluation.Errors.Count > 0) return (cost, [.. plan.Errors, .. evaluation.Errors]);
        if (!options.EnforceCostLimits) return (cost, []);

        var errors = ImmutableArray.CreateBuilder<GraphQLError>();
        if (cost.Fields > options.MaxFieldCost)
        {
            errors.Add(TooHigh("field", cost.Fields, options.MaxFieldCost, plan, evaluation, each => each.Fields));
        }

        if (cost.Types > options.MaxTypeCost)
        {
            errors.Add(TooHigh("type", cost.Types, options.MaxTypeCost, plan, evaluation, each => each.Types));
        }

        return (cost, errors.ToImmutable());
    }

    private static GraphQLError TooHigh(
        string kind, double cost, double limit, CostPlan plan, CostEvaluation evaluation, Func<Cost, double> measure)
    {
        var costliest = plan.Root is { } root ? new CostliestFields(evaluation, measure).Find(root, NamedFields) : [];
        var (costName, limitName) = ($"{kind}Cost", kind == "field" ? "maxFieldCost" : "maxTypeCost");
        return new GraphQLError($"The maximum allowed {kind} cost was exceeded.")
        {
            Code = ErrorCodes.TooCostly,
            Extensions = ImmutableDictionary<string, object?>.Empty
                .Add(costName, Math.Ceiling(cost))
                .Add(limitName, limit)
                .Add("costliestFields", costliest.Select(field => new Dictionary<string, object> { ["path"] = field.Path, [costName] = Math.Ceiling(field.Cost) })),
        };
    }
}
