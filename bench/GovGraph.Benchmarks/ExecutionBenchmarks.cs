using BenchmarkDotNet.Attributes;
using GovGraph.Api;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Documents;
using GovGraph.Storage;
using GovGraph.Storage.Files;

namespace GovGraph.Benchmarks;

/// <summary>What it costs to answer a query over the five plans, from a text to UTF-8 JSON.</summary>
public class ExecutionBenchmarks
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("govgraph-bench-");
    private readonly RequestExecutor _cached = new(ApiSchema.Bind(), new ExecutionOptions());
    private readonly RequestExecutor _unseen = new(ApiSchema.Bind(), new ExecutionOptions { CachedOperations = 0 });
    private FileStore _store = null!;

    public static IEnumerable<SampleDocument> Queries => SampleDocument.All.Where(document => !document.IsMutation);

    [ParamsSource(nameof(Queries))]
    public SampleDocument Query { get; set; } = null!;

    // The runner does not wait for what is not done when this returns.
    [GlobalSetup]
    public void Setup() => Open().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup() => Close().GetAwaiter().GetResult();

    /// <summary>A document that was compiled before.</summary>
    [Benchmark]
    public Task<int> Execute() => Execute(_cached);

    /// <summary>A document that is parsed, validated and compiled first.</summary>
    [Benchmark]
    public Task<int> ExecuteUnseen() => Execute(_unseen);

    private async Task<int> Execute(RequestExecutor executor)
    {
        var request = new GraphQLRequest { Query = Query.Query, Variables = Query.Variables };
        ApiSchema.Prepare(request.State, _store, TimeProvider.System);
        using var response = await executor.ExecuteAsync(request);
        return response.ErrorCount == 0 ? response.Body.Length : throw new InvalidOperationException($"{Query} is answered with errors.");
    }

    private async Task Open()
    {
        _store = FileStore.Open(new FileStoreOptions { Path = _folder.FullName });
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds")))
        {
            var plan = PlanFile.Read(await File.ReadAllBytesAsync(file)).Plan!;
            await _store.Insert(plan, new ChangeRecord(TimeProvider.System.GetUtcNow()));
        }

        if (await Execute() < 100) throw new InvalidOperationException($"{Query} has no answer.");
    }

    private async Task Close()
    {
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
