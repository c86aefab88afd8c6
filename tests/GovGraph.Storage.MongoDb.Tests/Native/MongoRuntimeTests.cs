using GovGraph.Storage.MongoDb.Native;
using Xunit;

namespace GovGraph.Storage.MongoDb.Tests.Native;

public sealed class MongoRuntimeTests
{
    [Fact]
    public void A_process_that_is_killed_leaves_no_counters_to_the_next_one_of_its_number()
    {
        MongoRuntime.Start();

        Assert.False(File.Exists($"/dev/shm/mongoc-{Environment.ProcessId}"));
    }
}
