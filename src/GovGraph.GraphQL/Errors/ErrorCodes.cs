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

    public const string TooCostly = "HC0047";
    public const string OneSlicingArgumentNeeded = "HC0082";

    // Of the transports.
    public const string InvalidRequest = "HC0009";
    public const string RequestTooLarge = "HC0010";
    public const string UnreadableRequest = "HC0012";
    public const string QueryMissing = "HC0013";
    public const string PersistedQueryNotFound = "HC0020";
    public const string InvalidForm = "HC0033";
    public const string OperationsMissing = "HC0034";
    public const string FileWithoutPath = "HC0037";
    public const string FileMissing = "HC0038";
    public const string FilePlaceNotFound = "HC0039";
    public const string FilePlaceTaken = "HC0040";
    public const string InvalidFilePath = "HC0041";
    public const string FilePathOutsideVariables = "HC0042";
    public const string InvalidFileMap = "HC0043";
    public const string FileMapMissing = "HC0044";
    public const string NotAcceptable = "HC0063";
    public const string UnreadableAcceptHeader = "HC0064";
    public const string OnlyPersisted = "HC0067";
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";
    public const string PreflightMissing = "HC0077";
    public const string BudgetExceeded = "BUDGET_EXCEEDED";
    public const string ServerBusy = "SERVER_BUSY";
    public const string TooManyOperations = "TOO_MANY_OPERATIONS";
}
