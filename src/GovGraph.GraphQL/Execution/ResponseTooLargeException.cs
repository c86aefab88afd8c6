namespace GovGraph.GraphQL.Execution;

/// <summary>Ends an execution whose response outgrows the limit, whatever field is being written.</summary>
internal sealed class ResponseTooLargeException(int maximumBytes)
    : Exception($"The response is larger than the {maximumBytes} bytes allowed.");
