using System.Diagnostics;
using System.Net;
using Xunit;

namespace GovGraph.Server.Tests.Hostile;

/// <summary>Requests made to cost much, over HTTP: each is refused, says why, and costs little time and memory.</summary>
/// <remarks>The store would fail if it were asked: what is refused never comes so far.</remarks>
[Collection(nameof(MeasuredAlone))]
public sealed class HostileRequestsTests(HostileRequestsTests.WarmServer server) : IClassFixture<HostileRequestsTests.WarmServer>
{
    private static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(100);

    // Of one request, the bytes that the client sends and reads included: the largest bodies have a megabyte.
    private const long Little = 32 * 1024 * 1024;

    // Where others keep the machine busy, what counts is this process's own time on the processors; it gets a few chances
    // to be free of collections and compilations, which work that grows with the attack passes none of.
    private const int Attempts = 50;

    public static TheoryData<string> Attacks => [.. HostileRequests.All.Keys];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task It_is_refused_in_a_tenth_of_a_second_and_32_megabytes(string attack)
    {
        var request = HostileRequests.All[attack];
        var (fastest, leanest) = (TimeSpan.MaxValue, long.MaxValue);
        for (var attempt = 0; attempt < Attempts && (fastest >= s_soon || leanest >= Little); attempt++)
        {
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var (worked, stopwatch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            var answer = await Asked.OfBody(server.Client, request.Body);
            fastest = Least(fastest, stopwatch.Elapsed, Environment.CpuUsage.TotalTime - worked);
            leanest = Math.Min(leanest, GC.GetTotalAllocatedBytes(precise: true) - allocated);

            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.StartsWith(request.Message, answer.Message, StringComparison.Ordinal);
            if (request.Code.Length > 0) Assert.Equal(request.Code, answer.Code);
            Assert.True(answer.Body.GetRawText().Length < 100_000, "The answer must not grow with the attack.");
        }

        Assert.True(fastest < s_soon, $"The fastest of {Attempts} refusals took {fastest.TotalMilliseconds} ms.");
        Assert.True(leanest < Little, $"A refusal takes {leanest} bytes.");
    }

    private static TimeSpan Least(params ReadOnlySpan<TimeSpan> times)
    {
        var least = times[0];
        foreach (var time in times) least = time < least ? time : least;
        return least;
    }

    [Fact]
    public async Task A_body_of_5_megabytes_is_refused_unread()
    {
        var answer = await Asked.OfBody(server.Client, new string(' ', 5_000_000));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal("HC0010", answer.Code);
        Assert.Equal("The body is larger than the 1048576 bytes allowed.", answer.Message);
    }

    [Fact]
    public async Task Fifty_thousand_variables_that_nobody_asked_for_are_ignored()
    {
        var variables = string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"v{i}\": {i}"));
        var answer = await Asked.OfBody(server.Client, $$"""{ "query": "{ __typename }", "variables": { {{variables}} } }""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Many_attacks_leave_nothing_behind()
    {
        // What were kept of each attack would be there after every round; pools of buffers grow by jumps, and not in most rounds.
        const int Rounds = 20;
        const int WithoutTrace = 3;
        const long Nothing = 1024;
        var (clean, before) = (0, GC.GetTotalMemory(forceFullCollection: true));
        for (var round = 0; round < Rounds && clean < WithoutTrace; round++)
        {
            foreach (var request in HostileRequests.All.Values) await Asked.OfBody(server.Client, request.Body);
            var after = GC.GetTotalMemory(forceFullCollection: true);
            clean += after - before < Nothing * HostileRequests.All.Count ? 1 : 0;
            before = after;
        }

        Assert.Equal(WithoutTrace, clean);
    }

    /// <summary>The program, when it has refused a few requests: what is measured is not its start.</summary>
    public sealed class WarmServer : IAsyncLifetime
    {
        private InProcessServer _server = null!;

        public HttpClient Client => _server.Client;

        public async ValueTask InitializeAsync()
        {
            _server = await InProcessServer.Start(new ThrowingStore());
            foreach (var request in HostileRequests.All.Values) await Asked.OfBody(Client, request.Body);
        }

        public ValueTask DisposeAsync() => _server.DisposeAsync();
    }
}

/// <summary>Tests that measure: nothing else runs in this process meanwhile.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;
