using System.Collections.Immutable;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;

namespace GovGraph.GraphQL.Costs;

/// <summary>The cost of an operation up to its variables: kept with what it selects, for each outcome of its conditions.</summary>
/// <param name="Root">What is selected on the root; null where it could not be reckoned with bounded work.</param>
/// <param name="Open">Selections that variables have a say in, inner ones first.</param>
/// <param name="Errors">What is wrong in every request.</param>
internal sealed record CostPlan(SelectionsCost? Root, ImmutableArray<SelectionsCost> Open, ImmutableArray<GraphQLError> Errors)
{
    public CostEvaluation Evaluate(SchemaWeights weights, VariableValues variables)
    {
        var evaluation = new CostEvaluation(weights, variables, Open.Length);
        foreach (var selections in Open) selections.Evaluate(evaluation);
        return evaluation;
    }

    public Cost Of(CostEvaluation evaluation) => Root?.Of(evaluation) ?? Cost.Unbounded;
}
