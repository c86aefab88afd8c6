using GovGraph.GraphQL.Costs;

namespace GovGraph.GraphQL.Execution;

/// <summary>A request that may be executed.</summary>
/// <param name="Operation">What it asks.</param>
/// <param name="Variables">With what variables.</param>
/// <param name="Selections">What is selected with them.</param>
/// <param name="Cost">What it costs; nothing where nobody wants to know.</param>
/// <param name="ReportedCost">The same where the caller wants to be told it.</param>
internal sealed record PreparedRequest(CompiledOperation Operation, VariableValues Variables, CompiledSelections Selections, Cost Cost, Cost? ReportedCost);
