using System.Reflection;
using GovGraph.Storage.Files;
using GovGraph.Storage.History;
using GovGraph.Storage.Tests.Disks;
using GovGraph.Storage.Tests.Files;
using Xunit;

namespace GovGraph.Storage.Tests;

/// <summary>The contract tells what is visible; this, that nothing was forgotten.</summary>
public sealed class VisiblePlanStoreTests
{
    [Fact]
    public async Task Of_everything_that_a_store_can_be_asked_it_is_decided_what_is_visible()
    {
        await using var all = FileStore.Open(Scenario.Options, new FaultyDisk());
        await using var visible = new VisiblePlanStore(all, ["thuong-lo"]);

        Assert.Empty(Undecided(typeof(PlanStore), visible));
        Assert.Empty(Undecided(typeof(PastPlans), visible.At(DateTimeOffset.UnixEpoch)));
    }

    // A default would ask the store for more than is seen, and no compiler tells that it was not overridden.
    private static IEnumerable<string?> Undecided(Type asked, object visible)
    {
        var decided = Methods(visible.GetType()).Select(method => method.GetBaseDefinition()).ToHashSet();
        return Methods(asked).Where(method => method.IsVirtual && !decided.Contains(method)).Select(method => method.ToString());
    }

    private static MethodInfo[] Methods(Type type) => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly);
}
