using System.Net;
using GovGraph.Server.Tests.Commands;
using Xunit;

namespace GovGraph.Server.Tests.Security;

/// <summary>A server whose callers may spend little.</summary>
public sealed class BudgetsTests
{
    [Fact]
    public async Task A_caller_that_asks_for_too_much_a_minute_is_told_to_wait_and_stands_in_the_audit_trail()
    {
        using var data = new TemporaryFolder();
        Asked answer;
        await using (var server = await RunningServer.Start(data.Path, "--GovGraph:Budgets:PerAddress=100"))
        {
            do answer = await Asked.Of(server.Client, "{ tasks(first: 50) { nodes { title leadUnits { name } } } }");
            while (answer.Status == HttpStatusCode.OK);
            await server.Stop();
        }

        Assert.Equal((HttpStatusCode.TooManyRequests, "BUDGET_EXCEEDED"), (answer.Status, answer.Code));
        Assert.Equal(100, answer.Error.GetProperty("extensions").GetProperty("budget").GetProperty("perMinute").GetInt32());
        var (_, output, _) = await CommandProcess.Run("audit", "--store", data.Path);
        Assert.EndsWith("\"outcome\":\"REFUSED\",\"from\":\"127.0.0.1\",\"status\":429}", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_below_nothing_is_no_budget()
    {
        using var data = new TemporaryFolder();
        var (exitCode, error) = await RunningServer.RunToEnd(data.Path, "--GovGraph:Budgets:PerKey=-1");

        Assert.Equal((1, "GovGraph can't start: the setting GovGraph__Budgets__PerKey must be 0 or more, but it is -1."), (exitCode, error.TrimEnd()));
    }
}
