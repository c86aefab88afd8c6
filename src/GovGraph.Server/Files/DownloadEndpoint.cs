using GovGraph.Api.Files;
using GovGraph.Plans.Evidence;
using GovGraph.Server.Access;
using GovGraph.Storage;
using Microsoft.Net.Http.Headers;

namespace GovGraph.Server.Files;

/// <summary>Gives the file that evidence names, to whoever may see the evidence: a SHA-256 alone opens nothing.</summary>
internal sealed class DownloadEndpoint(PlanStore store)
{
    // Nothing of it is shown or executed in the name of this server, whatever a browser makes of its type.
    private const string NothingMayRun = "sandbox; default-src 'none'";

    public void Map(IEndpointRouteBuilder app) => app.MapMethods(
        FileAddress.Files + "/{**evidence}", [HttpMethods.Get, HttpMethods.Head], (HttpContext http, string? evidence) => Get(http, evidence));

    private async Task Get(HttpContext http, string? evidence)
    {
        if (await Admission.CallerOf(http).Visible(store).GetNode(evidence ?? "", http.RequestAborted) is not EvidenceItem { Kind: EvidenceKind.File } item)
        {
            await FileAnswer.Refuse(http, StatusCodes.Status404NotFound, "FILE_NOT_FOUND", "There is no such file. A file has the path that the field `url` of its evidence gives.");
            return;
        }

        if (await store.Contents.Open(item.Sha256!, http.RequestAborted) is not { } content)
        {
            await FileAnswer.Refuse(
                http, StatusCodes.Status404NotFound, "FILE_MISSING", $"The content {item.Sha256} of this evidence is not in the store: its plan was taken in without its files.");
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

    private static string Served(string mediaType) => mediaType.StartsWith("text/", StringComparison.Ordinal) ? $"{mediaType}; charset=utf-8" : mediaType;
}
