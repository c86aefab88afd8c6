using System.Net;
using System.Text;
using GovGraph.Api.Tests.Audit;
using GovGraph.Server.Security;
using GovGraph.Storage.Audit;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace GovGraph.Server.Tests.Security;

public sealed class WrongKeysTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly RememberingTrail _trail = new();
    private readonly Refusals _refusals;
    private readonly WrongKeys _guard;
    private int _asked;

    public WrongKeysTests()
    {
        _refusals = new Refusals(_trail, _time);
        _guard = new WrongKeys(null!, new BudgetSettings { WrongKeys = 3 }, _time, _refusals);
    }

    [Fact]
    public async Task Whoever_guesses_keys_is_turned_away_unheard()
    {
        for (var guess = 0; guess < 3; guess++) Assert.Equal(401, (await Ask("1.2.3.4")).Response.StatusCode);
        var http = await Ask("1.2.3.4");

        Assert.Equal((429, "20", 3), (http.Response.StatusCode, http.Response.Headers.RetryAfter.ToString(), _asked));
        Assert.Equal(
            """{"errors":[{"message":"This key was wrong too often. Try again in 20 s.","extensions":{"code":"TOO_MANY_WRONG_KEYS","retryAfter":20}}]}""",
            Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()));
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(401, (await Ask("1.2.3.4")).Response.StatusCode);
    }

    [Theory]
    [InlineData("1.2.3.4", "1.2.3.5", false)]
    [InlineData("1.2.3.4", "::ffff:1.2.3.4", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public async Task One_who_guesses_is_known_by_the_network(string first, string second, bool isSame)
    {
        for (var guess = 0; guess < 3; guess++) await Ask(first);

        Assert.Equal(isSame ? 429 : 401, (await Ask(second)).Response.StatusCode);
    }

    [Fact]
    public async Task A_right_key_is_not_slowed_down()
    {
        for (var request = 0; request < 100; request++) Assert.Equal(200, (await Ask("1.2.3.4", status: 200)).Response.StatusCode);
    }

    [Fact]
    public async Task Whoever_guesses_locks_nobody_out()
    {
        for (var guess = 0; guess < 10; guess++) await Ask("1.2.3.4", id: 'a', secret: (char)('0' + guess));

        Assert.Equal(429, (await Ask("1.2.3.4", id: 'a')).Response.StatusCode);
        Assert.Equal(200, (await Ask("1.2.3.4", status: 200, id: 'b')).Response.StatusCode);
        Assert.Equal(200, (await Ask("4.3.2.1", status: 200, id: 'a')).Response.StatusCode);
    }

    [Fact]
    public async Task The_trail_has_the_first_refusal_at_once_and_the_number_of_the_others_a_minute_later()
    {
        for (var guess = 0; guess < 50; guess++) await Ask("1.2.3.4");
        Assert.Equal([(401, 1), (429, 1)], _trail.Records.Select(record => (record.Status!.Value, record.Times)));

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([(401, 2), (429, 46)], _trail.Records.Skip(2).Select(record => (record.Status!.Value, record.Times)).Order());
        Assert.All(_trail.Records, record => Assert.Equal(("1.2.3.4", AuditOutcome.Refused), (record.From, record.Outcome)));
    }

    public void Dispose() => _refusals.Dispose();

    private async Task<DefaultHttpContext> Ask(string address, int status = 401, char id = '0', char secret = '0')
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() }, Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        http.Request.Headers.Authorization = $"Bearer gg_{new string(id, 16)}_{new string(secret, 64)}";
        await _guard.Guard(http, context =>
        {
            _asked++;
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        return http;
    }
}
