using BenchmarkDotNet.Attributes;
using GovGraph.Api;
using GovGraph.Api.Audit;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Documents;
using GovGraph.Storage;
using GovGraph.Storage.Audit;
using GovGraph.Storage.Files;

namespace GovGraph.Benchmarks;

/// <summary>What the audit trail adds to a change of status, which is on the disk before it is answered.</summary>
public class AuditBenchmarks
{
    private const int Together = 32;
    private const string Query =
        """mutation($id: ID!, $status: TaskStatus!) { updateTaskStatus(input: { taskId: $id, status: $status }) { task { version } errors { __typename } } }""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("govgraph-bench-");
    private readonly RequestExecutor _executor = new(ApiSchema.Bind(), new ExecutionOptions());
    private readonly int[] _times = new int[Together];
    private FileStore _store = null!;
    private AuditTrail _trail = null!;
    private string[] _tasks = null!;

    /// <summary>Whether records are kept, or made and thrown away.</summary>
    [Params(false, true)]
    public bool IsKept { get; set; }

    // The runner does not wait for what is not done when this returns.
    [GlobalSetup]
    public void Setup() => Open().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup() => Close().GetAwaiter().GetResult();

    [Benchmark]
    public Task OneByOne() => Change(0);

    [Benchmark(OperationsPerInvoke = Together)]
    public Task ManyAtOnce() => Task.WhenAll(Enumerable.Range(0, Together).Select(Change));

    private async Task Change(int task)
    {
        var status = _times[task]++ % 2 == 0 ? "IN_PROGRESS" : "SUSPENDED";
        var request = new GraphQLRequest { Query = Query, Variables = System.Text.Json.JsonSerializer.SerializeToElement(new { id = _tasks[task], status }) };
        ApiSchema.Prepare(request.State.Set(new RequestAudit(_trail, "127.0.0.1")), _store, TimeProvider.System);
        using var response = await _executor.ExecuteAsync(request);
        if (response.ErrorCount > 0 || response.Body.Span.IndexOf("\"errors\":null"u8) < 0) throw new InvalidOperationException($"{_tasks[task]} was not changed.");
    }

    private async Task Open()
    {
        _store = FileStore.Open(new FileStoreOptions { Path = _folder.FullName });
        _trail = IsKept ? new FileAuditTrail(_folder.FullName, new AuditOptions()) : AuditTrail.None;
        var plan = PlanFile.Read(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "seeds", "my-hoa-hung-2024-kstthc.json"))).Plan!;
        await _store.Insert(plan, new ChangeRecord(TimeProvider.System.GetUtcNow()));
        _tasks = [.. plan.Tasks.Take(Together).Select(task => task.Id)];
    }

    private async Task Close()
    {
        await _trail.DisposeAsync();
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
