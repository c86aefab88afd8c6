using GovGraph.Api.Files;
using GovGraph.Plans.Evidence;
using GovGraph.Server.Access;
using GovGraph.Server.Security;
using GovGraph.Storage;
using Microsoft.Net.Http.Headers;

namespace GovGraph.Server.Files;

/// <summary>Gives the file that evidence names, to whoever may see the evidence: a SHA-256 alone opens nothing.</summary>
internal sealed class DownloadEndpoint(PlanStore store, CostBudgets budgets, Refusals refusals)
{
    // Nothing of it is shown or executed in the name of this server, whatever a browser makes of its type.
    private const string NothingMayRun = "sandbox; default-src 'none'";

    public void Map(IEndpointRouteBuilder app) => app.MapMethods(
        FileAddress.Files + "/{**evidence}", [HttpMethods.Get, HttpMethods.Head], (HttpContext http, string? evidence) => Get(http, evidence));

    private async Task Get(HttpContext http, string? evidence)
    {
        if (budgets.Pay(http, CostBudgets.Least) is { } spent)
        {
            await http.Refuse(spent);
            return;
        }

        if (await Admission.CallerOf(http).Visible(store).GetNode(evidence ?? "", http.RequestAborted) is not EvidenceItem { Kind: EvidenceKind.File } item)
        {
            refusals.Add(http, StatusCodes.Status404NotFound);
            await http.Refuse(FileAnswer.NoSuchFile);
            return;
        }

        if (budgets.Pay(http, CostBudgets.PriceOf(BytesOf(http.Request, item.Size!.Value))) is { } tooMuch)
        {
            await http.Refuse(tooMuch);
            return;
        }

        if (await store.Contents.Open(item.Sha256!, http.RequestAborted) is not { } content)
        {
            await http.Refuse(FileAnswer.FileMissing(item.Sha256!));
            return;
        }

        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = NothingMayRun;
        headers.CacheControl = "private, no-cache";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        await Results.Stream(content, Served(item.MediaType!), item.FileName, entityTag: new EntityTagHeaderValue($"\"{item.Sha256}\""), enableRangeProcessing: true)
            .ExecuteAsync(http);
    }

    /// <summary>How many bytes of a file may be sent at most: those of the range, where nothing can make all of them of it.</summary>
    private static long BytesOf(HttpRequest request, long size)
    {
        if (HttpMethods.IsHead(request.Method)) return 0;
        if (request.Headers.IfRange.Count > 0 || request.Headers.Range.Count != 1 || request.GetTypedHeaders().Range is not { Ranges: { Count: 1 } ranges }) return size;

        var range = ranges.Single();
        var (first, last) = range.From is { } from ? (from, Math.Min(range.To ?? size, size - 1)) : (Math.Max(0, size - range.To!.Value), size - 1);
        return Math.Max(0, last - first + 1);
    }

    private static string Served(string mediaType) => mediaType.StartsWith("text/", StringComparison.Ordinal) ? $"{mediaType}; charset=utf-8" : mediaType;
}
