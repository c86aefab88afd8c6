using System.Collections.Immutable;
using GovGraph.Plans.Units;
using GovGraph.Storage.Filters;
using GovGraph.Storage.MongoDb.Documents;
using GovGraph.Storage.MongoDb.Queries;
using Range = GovGraph.Storage.MongoDb.Queries.Range;

namespace GovGraph.Storage.MongoDb.Paging;

/// <summary>Puts the units of a page under others: where their bodies have such, all units of these bodies are read.</summary>
internal sealed class UnitArrangement(Pages pages)
{
    public async Task<ImmutableArray<Unit>> Arrange(IReadOnlyList<UnitRow> rows, CancellationToken cancellation)
    {
        object?[] bodies = [.. rows.Where(row => row.IsLayered).Select(row => row.Unit.Issuer.Id).Distinct()];
        if (bodies.Length == 0)
            return [.. rows.Select(row => row.Unit)];
        var pipeline = new UnitPipeline(Filter.Object("issuer", Filter.In("id", [.. bodies])), new SortKeys([new("id")]));
        var all = await pages.Rows(pipeline, Range.All, UnitReader.Read, cancellation).ConfigureAwait(false);
        var units = all.ToDictionary(row => row.Unit.Id, row => row.Unit);
        Unit.Arrange(all.Select(row => row.Unit), all.Select(row => row.UnderId is { } above ? units.GetValueOrDefault(above) : null));
        // A plan that was taken in meanwhile is none of a page that was read before.
        return [.. rows.Select(row => units.GetValueOrDefault(row.Unit.Id, row.Unit))];
    }
}
