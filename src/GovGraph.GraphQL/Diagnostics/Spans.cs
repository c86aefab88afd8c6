namespace GovGraph.GraphQL.Diagnostics;

/// <summary>The names of spans: Hot Chocolate's, so that dashboards made for it fit.</summary>
internal static class Spans
{
    public const string HttpRequest = "GraphQL HTTP";
    public const string HttpGet = "GraphQL HTTP GET";
    public const string HttpHead = "GraphQL HTTP HEAD";
    public const string HttpPost = "GraphQL HTTP POST";
    public const string ParseHttpRequest = "Parse HTTP Request";
    public const string Operation = "GraphQL Operation";
    public const string DocumentParsing = "GraphQL Document Parsing";
    public const string DocumentValidation = "GraphQL Document Validation";
    public const string OperationPlanning = "GraphQL Operation Planning";

    public const string ErrorEvent = "graphql.error";
}
