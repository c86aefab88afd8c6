namespace GovGraph.GraphQL.Diagnostics;

/// <summary>The names of what spans, events and measurements tell. Never a document, a variable or a message: they may hold what is nobody's business.</summary>
internal static class Tags
{
    public const string OperationType = "graphql.operation.type";
    public const string OperationName = "graphql.operation.name";
    public const string FieldCost = "graphql.operation.fieldCost";
    public const string TypeCost = "graphql.operation.typeCost";
    public const string DocumentId = "graphql.document.id";
    public const string DocumentHash = "graphql.document.hash";
    public const string ProcessingType = "graphql.processing.type";
    public const string Outcome = "graphql.outcome";
    public const string ErrorCount = "graphql.error.count";
    public const string ErrorCode = "graphql.error.code";
    public const string ErrorPath = "graphql.error.path";
    public const string ErrorId = "graphql.error.id";
    public const string CacheResult = "graphql.cache.result";
}
