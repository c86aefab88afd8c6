namespace GovGraph.GraphQL.Errors;

/// <summary>The values of <c>extensions.code</c>; those that begin with HC mean what Hot Chocolate's mean.</summary>
internal static class ErrorCodes
{
    public const string UnexpectedExecutionError = "UNEXPECTED_EXECUTION_ERROR";
    public const string ResponseTooLarge = "RESPONSE_TOO_LARGE";
    public const string TooDeep = "RESPONSE_TOO_DEEP";
    public const string Timeout = "HC0045";
    public const string InvalidType = "HC0016";
    public const string NonNullViolation = "HC0018";

    // Of the transports.
    public const string InvalidRequest = "HC0009";
    public const string RequestTooLarge = "HC0010";
    public const string UnreadableRequest = "HC0012";
    public const string QueryMissing = "HC0013";
    public const string NotAcceptable = "HC0063";
    public const string UnreadableAcceptHeader = "HC0064";
    public const string ServerBusy = "SERVER_BUSY";
    public const string TooManyOperations = "TOO_MANY_OPERATIONS";
}
