namespace GovGraph.GraphQL.Execution;

/// <summary>Ends an execution that takes too long without ever waiting.</summary>
internal sealed class ExecutionTimeoutException() : Exception("The time is up.");
