using System.Text;
using System.Text.Json;
using GovGraph.Api.Access;
using GovGraph.Api.Audit;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Documents;
using GovGraph.Storage;
using GovGraph.Storage.Audit;
using GovGraph.Storage.Contents;
using GovGraph.Storage.Files;

namespace GovGraph.Api.Tests;

/// <summary>The bound schema over a store with the five plans, without a server.</summary>
public sealed class ExecutionTest : IAsyncDisposable
{
    private static readonly RequestExecutor s_executor = new(ApiSchema.Bind(), new ExecutionOptions());

    private readonly string _folder = Directory.CreateTempSubdirectory("govgraph-").FullName;
    private readonly FileStore _store;

    public Caller Caller { get; set; } = Caller.Anyone;

    public AuditTrail Trail { get; set; } = AuditTrail.None;

    private ExecutionTest() => _store = FileStore.Open(new FileStoreOptions { Path = _folder });

    public static Task<ExecutionTest> WithTheFivePlans() =>
        WithPlans([.. Directory.GetFiles(Repository.Seeds, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]);

    public static async Task<ExecutionTest> WithPlans(params string[] plans)
    {
        var test = new ExecutionTest();
        foreach (var plan in plans)
        {
            var file = Repository.Seed(plan);
            await test._store.Insert(PlanFile.Read(await File.ReadAllBytesAsync(file)).Plan!, new ChangeRecord(DateTimeOffset.UnixEpoch));
        }

        return test;
    }

    /// <summary>The response as text; <paramref name="variables"/> is a JSON object.</summary>
    public async Task<string> Send(string query, string? variables = null)
    {
        var request = new GraphQLRequest
        {
            Query = query,
            Variables = variables is null ? default : JsonDocument.Parse(variables).RootElement,
        };
        request.State.Set(new RequestAudit(Trail, "127.0.0.1"));
        ApiSchema.Prepare(request.State, _store, TimeProvider.System, caller: Caller);
        using var response = await s_executor.ExecuteAsync(request);
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    /// <summary>Sends the bytes of an upload, as a PUT would.</summary>
    public async Task SendFile(string uploadId, byte[] content)
    {
        var files = new FileUploads(_store, new FileLimits(), TimeProvider.System);
        var upload = await files.Find(uploadId, Caller.UploadOwner);
        await files.Append(upload!, 0, content);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
