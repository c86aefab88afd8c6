using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>What operations on the public schema cost, told by the server itself.</summary>
public sealed partial class CostTests(ServerFixture fixture)
{
    // The limits are ten thousand each: room for growth, and for clients that ask for some of these at once.
    private const double Comfortable = 5_000;

    [Fact]
    public async Task Every_operation_of_the_readme_costs_far_less_than_the_limits()
    {
        foreach (Match operation in Operations().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"), TestContext.Current.CancellationToken)))
        {
            var variables = operation.Groups["variables"] is { Success: true, Value: var json } ? JsonElement.Parse(json) : (JsonElement?)null;
            await CostsLittle(operation.Groups["query"].Value, variables);
        }
    }

    [Fact]
    public Task A_whole_plan_costs_far_less_than_the_limits() => CostsLittle(
        """
        {
          planById(id: "thuong-lo-2020-cchc") {
            id title number date { text date } year program level issuer { id name place superior } place signatory { authority position name }
            recipients legalBases preamble sections { code title text sections { code title text sections { code title text } } } closing
            annex { title issuedWith columns } budget { dong text } units { id name aliases } damage { field kind remark } source version
            areas {
              id code label title budget { dong text } damage { field kind remark }
              indicators { id code label heading title unit target { text comparator value maximum } assignments { role printed qualifier unit { id } } }
              groups { id code title }
              components {
                id code label title budget { dong text } damage { field kind remark } groups { id code title }
                tasks {
                  id code label title items text target expectedResult note
                  deadline {
                    text kinds dueDate firstDueDate isExclusive windowStart windowEnd otherPlan
                    steps { label due isExclusive lastOnTimeDay start }
                    recurrences { text period times timesPerYear }
                    triggers { relation event label amount unit }
                  }
                  deadlineState assignments { role printed qualifier unit { id name } } leadUnits { id } coordinatingUnits { id } implementingUnits { id }
                  budget { dong text } status statusNote completedOn evidence { id kind title number date issuer url note addedAt }
                  group { id } damage { field kind remark } line version
                }
              }
            }
          }
        }
        """);

    [Theory]
    [InlineData("{ plans(first: 20) { nodes { id title areas { id title } } } }")]
    [InlineData("{ tasks(first: 50) { nodes { id title deadline { dueDate } leadUnits { name } plan { title } area { title } component { title } } } }")]
    public Task Pages_of_a_client_cost_far_less_than_the_limits(string query) => CostsLittle(query);

    [Fact]
    public Task Full_introspection_costs_far_less_than_the_limits() => CostsLittle(Introspection);

    [Fact]
    public async Task A_report_stands_beside_the_data()
    {
        var answer = await Asked.Of(fixture.Server.Client, "{ tasks(first: 1) { nodes { id } } }", cost: "report");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            """{"data":{"tasks":{"nodes":[{"id":"hung-yen-2021-papi/1.a#1"}]}},"extensions":{"operationCost":{"fieldCost":11,"typeCost":3}}}""",
            answer.Body.GetRawText());
    }

    [Fact]
    public async Task A_refusal_names_the_costliest_fields()
    {
        var answer = await Asked.Of(fixture.Server.Client, "{ plans(first: 50) { nodes { tasks { title leadUnits { name } coordinatingUnits { name } } } } }", cost: "validate");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(
            """{"errors":[{"message":"The maximum allowed field cost was exceeded.","extensions":{"code":"HC0047","costliestFields":[{"path":["plans","nodes","tasks","leadUnits"],"fieldCost":5000},{"path":["plans","nodes","tasks","coordinatingUnits"],"fieldCost":5000},{"path":["plans","nodes","tasks"],"fieldCost":50}],"fieldCost":10061,"maxFieldCost":10000}},{"message":"The maximum allowed type cost was exceeded.","extensions":{"code":"HC0047","costliestFields":[{"path":["plans","nodes","tasks","coordinatingUnits"],"typeCost":10000},{"path":["plans","nodes","tasks"],"typeCost":5000},{"path":["plans","nodes","tasks","leadUnits"],"typeCost":5000}],"maxTypeCost":10000,"typeCost":20052}}],"extensions":{"operationCost":{"fieldCost":10061,"typeCost":20052}}}""",
            answer.Body.GetRawText());
    }

    [Fact]
    public async Task The_header_has_two_values()
    {
        var answer = await Asked.Of(fixture.Server.Client, "{ __typename }", cost: "free");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("The header GraphQL-Cost must be `report` or `validate`.", answer.Message);
    }

    private async Task CostsLittle(string query, JsonElement? variables = null)
    {
        var answer = await Asked.Of(fixture.Server.Client, query, variables, cost: "validate");

        Assert.True(answer.Status == HttpStatusCode.OK, $"{query}\n{answer.Body}");
        var cost = answer.Body.GetProperty("extensions").GetProperty("operationCost");
        Assert.InRange(cost.GetProperty("fieldCost").GetDouble(), 1, Comfortable);
        Assert.InRange(cost.GetProperty("typeCost").GetDouble(), 1, Comfortable);
        TestContext.Current.TestOutputHelper?.WriteLine($"{cost} {query.Split('\n')[0]}");
    }

    private const string Introspection =
        """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name kind } mutationType { name kind } subscriptionType { name kind }
            types { ...FullType }
            directives { name description isRepeatable locations args { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL
          fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
        fragment TypeRef on __Type {
          kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
        }
        """;

    [GeneratedRegex(@"```graphql\n(?<query>.*?)```(\n\n```json\n(?<variables>.*?)```)?", RegexOptions.Singleline)]
    private static partial Regex Operations();
}
