using System.Security.Cryptography;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Evidence;
using GovGraph.Server.Tests.Access;
using GovGraph.Storage;
using GovGraph.Storage.Access;
using GovGraph.Storage.Contents;
using GovGraph.Storage.Files;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GovGraph.Server.Tests.Files;

/// <summary>Who may send and fetch a file.</summary>
public sealed class FileAccessTests : IAsyncLifetime
{
    private const string TaskId = "thuong-lo-2020-cchc/1.1#1";

    private static readonly byte[] s_content = "%PDF-1.7 x"u8.ToArray();

    private readonly TemporaryFolder _folder = new();
    private readonly HeldKeys _keys = new();
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FileStore _plans = null!;
    private FileUploads _uploads = null!;
    private InProcessServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _plans = FileStore.Open(new FileStoreOptions { Path = _folder.Path });
        _uploads = new FileUploads(_plans, new FileLimits(), TimeProvider.System);
        var plan = PlanFile.Read(File.ReadAllBytes(Repository.Seed("thuong-lo-2020-cchc"))).Plan!;
        await _plans.Insert(plan, new ChangeRecord(DateTimeOffset.UnixEpoch));
        _server = await InProcessServer.Start(_plans, _keys, LogLevel.Error);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _plans.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_is_fetched_only_by_who_may_see_its_evidence()
    {
        var (mine, other) = (_keys.Make("an", key => key with { Bodies = ["thuong-lo"] }), _keys.Make("bình", key => key with { Bodies = ["trung-trac"] }));
        Assert.Null((await _uploads.Take(Example(), new MemoryStream(s_content), "", Cancellation)).Refusal);
        var item = new EvidenceItem
        {
            Kind = EvidenceKind.File, FileName = "a.pdf", Size = s_content.Length, Sha256 = Example().Sha256, MediaType = "application/pdf", AddedAt = DateTimeOffset.UnixEpoch,
        };
        Assert.False((await _plans.ChangeTask(TaskId, null, task => task.AddEvidence(item), new ChangeRecord(DateTimeOffset.UnixEpoch), Cancellation)).IsRefused);
        const string Path = "/files/thuong-lo-2020-cchc/1.1%231/evidence/1";

        Assert.Equal(200, await Send(HttpMethod.Get, Path, mine));
        Assert.Equal(404, await Send(HttpMethod.Get, Path, other));
        Assert.Equal(404, await Send(HttpMethod.Get, $"/files/{item.Sha256}", mine));
        Assert.Equal(401, await Send(HttpMethod.Get, Path, null));
        Assert.Equal(401, await Send(HttpMethod.Head, Path, "x"));
    }

    [Fact]
    public async Task An_upload_is_for_the_key_that_began_it_and_may_hand_in_evidence()
    {
        var (mine, other) = (_keys.Make("an", MayWrite), _keys.Make("bình", MayWrite));
        var reader = _keys.Make("chi");
        var upload = (await _uploads.Begin(Example(), _keys.Keys[0].Id, cancellation: Cancellation)).Upload!;
        var path = $"/uploads/{upload.Id}";

        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head, HttpMethod.Put, HttpMethod.Delete])
        {
            Assert.Equal((404, 403, 401), (await Send(method, path, other), await Send(method, path, reader), await Send(method, path, null)));
        }

        Assert.Equal(200, await Send(HttpMethod.Put, path, mine));

        static ApiKey MayWrite(ApiKey key) => key with { Scopes = [Scope.EvidenceWrite] };
    }

    private static NewFile Example() => new("a.pdf", s_content.Length, Convert.ToHexStringLower(SHA256.HashData(s_content)), null);

    private async Task<int> Send(HttpMethod method, string path, string? key)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (key is not null) request.Headers.Add("X-Api-Key", key);
        if (method == HttpMethod.Put) request.Content = new ByteArrayContent(s_content);
        using var response = await _server.Client.SendAsync(request, Cancellation);
        return (int)response.StatusCode;
    }
}
