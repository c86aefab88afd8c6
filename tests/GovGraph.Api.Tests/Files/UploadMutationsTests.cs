using GovGraph.Api.Access;
using GovGraph.Api.Tests.Audit;
using GovGraph.Storage.Access;
using GovGraph.Storage.Audit;
using Xunit;

namespace GovGraph.Api.Tests.Files;

public sealed class UploadMutationsTests
{
    private const string Create =
        """mutation($name: String!, $only: Boolean) { createUpload(input: { name: $name, size: 7, sha256: "0000000000000000000000000000000000000000000000000000000000000000", idempotencyKey: "k", validateOnly: $only }) { upload { id received } errors { ... on Error { code } } } }""";

    private const string Reused = """{"data":{"createUpload":{"upload":null,"errors":[{"code":"IDEMPOTENCY_KEY_REUSED"}]}}}""";

    [Fact]
    public async Task A_retry_goes_on_with_the_upload_that_was_begun()
    {
        await using var test = await ExecutionTest.WithPlans();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => test.Send(Create, """{"name": "a.txt"}"""))));

        var first = Assert.Single(answers.Distinct());
        Assert.EndsWith("\"received\":0},\"errors\":null}}}", first, StringComparison.Ordinal);
        await test.SendFile(first.Split('"')[9], "abc"u8.ToArray());
        Assert.Equal(first.Replace("\"received\":0", "\"received\":3", StringComparison.Ordinal), await test.Send(Create, """{"name": "a.txt", "only": true}"""));
        var trail = new RememberingTrail();
        test.Trail = trail;
        Assert.Equal(Reused, await test.Send(Create, """{"name": "b.txt"}"""));
        await test.Send(Create, """{"name": "a.txt"}""");
        Assert.Equal([AuditOutcome.Refused, AuditOutcome.Replayed], trail.Records.Select(record => record.Outcome));
    }

    [Fact]
    public async Task Each_caller_begins_its_own_and_goes_on_with_it_by_the_key_that_takes_the_place_of_its_first()
    {
        await using var test = await ExecutionTest.WithPlans();
        var answers = new List<string>();
        foreach (var (id, name) in ((string, string)[])[("a", "A"), ("b", "B"), ("c", "B")])
        {
            test.Caller = new Caller { KeyId = id, Name = name, Scopes = [Scope.Admin] };
            answers.Add(await test.Send(Create, """{"name": "a.txt"}"""));
        }

        Assert.NotEqual(answers[0], answers[1]);
        Assert.Equal(answers[1], answers[2]);
    }
}
