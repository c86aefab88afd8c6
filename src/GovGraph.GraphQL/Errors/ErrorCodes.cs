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
}
