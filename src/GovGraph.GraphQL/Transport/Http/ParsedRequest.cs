using System.Text.Json;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>What was read from a request: mostly one operation's parameters. Holds pooled memory until it is disposed of.</summary>
internal sealed class ParsedRequest : IDisposable
{
    private readonly List<JsonDocument> _documents = [];

    /// <summary>The operations to execute, in order.</summary>
    public List<RequestParameters> Operations { get; } = [];

    /// <summary>Whether the caller expects a list of responses, were it a list of one.</summary>
    public bool IsBatch { get; set; }

    /// <summary>Keeps a document alive as long as this.</summary>
    public JsonElement Own(JsonDocument document)
    {
        _documents.Add(document);
        return document.RootElement;
    }

    public void Dispose()
    {
        foreach (var document in _documents) document.Dispose();
        _documents.Clear();
    }
}
