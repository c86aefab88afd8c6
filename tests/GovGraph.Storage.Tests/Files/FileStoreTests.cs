using GovGraph.Storage.Files;
using GovGraph.Storage.Tests.Contract;

namespace GovGraph.Storage.Tests.Files;

/// <summary>The contract on the embedded store. Its disk is in memory here; what it does on a real one is in ProcessTests and OsDiskTests.</summary>
public sealed class FileStoreTests : PlanStoreContract
{
    protected override ValueTask<PlanStore> CreateEmpty() => new(FileStore.Open(new FileStoreOptions { Path = "/data" }, new FaultyDisk()));
}
