using System.Collections.Immutable;
using System.Text.Json;
using GovGraph.GraphQL.Transport.Http;

namespace GovGraph.GraphQL.Transport.Export;

/// <summary>A media type that tells a list of nodes row by row.</summary>
internal abstract class RowFormat(string type, string subtype) : MediaTypeOffer(type, subtype)
{
    public static ImmutableArray<RowFormat> All { get; } = [new CsvFormat(), new NdjsonFormat()];

    public abstract string ContentType { get; }

    /// <summary>What a file of such rows is called after its dot.</summary>
    public abstract string Extension { get; }

    /// <summary>Begins: the rows follow.</summary>
    public abstract RowWriter Open(Stream body, ImmutableArray<Column> columns);
}

/// <summary>Writes rows, each a node as the query selected it.</summary>
internal abstract class RowWriter : IAsyncDisposable
{
    public abstract void Write(JsonElement node);

    /// <summary>Sends what was written; waits where the reader is slower.</summary>
    public abstract Task FlushAsync(CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();
}
