using System.Collections.Immutable;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.MongoDb.Queries;
using GovGraph.Storage.Paging;
using Range = GovGraph.Storage.MongoDb.Queries.Range;

namespace GovGraph.Storage.MongoDb.Paging;

/// <summary>Reads pages: one pipeline for the rows, one more for each thing asked about what lies around them, all at the same time.</summary>
internal sealed class Pages(MongoConnection connection)
{
    public async Task<Page<T>> Read<T, TRow>(
        Query<T> query,
        Keyset<T> keyset,
        Pipeline pipeline,
        DocumentReader<TRow> readRow,
        Func<IReadOnlyList<TRow>, Task<ImmutableArray<T>>> load,
        CancellationToken cancellation)
    {
        var request = query.Page;
        var range = new Range();
        if ((Negative("first", request.First) ?? Negative("last", request.Last)) is { } negative)
            return new Page<T>(negative);
        if (request.After is { } after)
        {
            if (keyset.Read("after", after, out var place) is { } fault)
                return new Page<T>(fault);
            range = range with { After = place };
        }
        if (request.Before is { } before)
        {
            if (keyset.Read("before", before, out var place) is { } fault)
                return new Page<T>(fault);
            range = range with { Before = place };
        }

        var isFromEnd = request is { First: null, Last: not null };
        var wanted = isFromEnd ? request.Last : request.First;
        var reading = Rows(pipeline, range with { IsReversed = isFromEnd, Limit = wanted is { } count and < int.MaxValue ? count + 1 : null }, readRow, cancellation);
        var anyBefore = range.After.IsDefault ? Task.FromResult(false) : Any(new Range { After = range.After, IsUpToAfter = true });
        var anyBehind = range.Before.IsDefault ? Task.FromResult(false) : Any(new Range { Before = range.Before, IsFromBefore = true });
        var total = query.WithTotalCount ? Count(pipeline, cancellation) : null;

        var rows = await reading.ConfigureAwait(false);
        var hasMore = rows.Count > wanted;
        if (hasMore)
            rows.RemoveAt(rows.Count - 1);
        if (isFromEnd)
            rows.Reverse();
        var dropped = isFromEnd ? 0 : Math.Max(0, rows.Count - (request.Last ?? int.MaxValue));
        rows.RemoveRange(0, dropped);
        return new Page<T>(keyset, await load(rows).ConfigureAwait(false))
        {
            HasPreviousPage = await anyBefore.ConfigureAwait(false) || (isFromEnd ? hasMore : dropped > 0),
            HasNextPage = await anyBehind.ConfigureAwait(false) || (!isFromEnd && hasMore),
            TotalCount = total is null ? null : await total.ConfigureAwait(false),
        };

        async Task<bool> Any(Range side) => (await Rows(pipeline, side with { Limit = 1 }, readRow, cancellation).ConfigureAwait(false)).Count > 0;
    }

    public Task<List<TRow>> Rows<TRow>(Pipeline pipeline, Range range, DocumentReader<TRow> readRow, CancellationToken cancellation)
    {
        var stages = pipeline.After(pipeline.Rows(range));
        return connection.Run(new Aggregate<TRow>(pipeline.Collection, writer => Write(writer, stages), readRow) { OnlyOfMajority = pipeline.OnlyOfMajority }, cancellation);
    }

    private async Task<long> Count(Pipeline pipeline, CancellationToken cancellation)
    {
        var stages = pipeline.After(pipeline.Count());
        var counts = await connection.Run(
            new Aggregate<long>(pipeline.Collection, writer => Write(writer, stages), document => BsonReader.TryFind(document, "n"u8, out var n) ? n.Int64() : 0) { OnlyOfMajority = pipeline.OnlyOfMajority },
            cancellation).ConfigureAwait(false);
        return counts.Count == 0 ? 0 : counts[0];
    }

    private static void Write(BsonWriter writer, Mql[] stages)
    {
        foreach (var stage in stages)
            stage.Write(writer, []);
    }

    private static PageFault? Negative(string argument, int? count) => count < 0
        ? new PageFault(PageFaultKind.NegativeCount, argument, $"`{argument}` must not be negative, but it is {count}.")
        : null;
}
