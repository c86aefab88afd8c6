using System.Text.Json;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Clients;

/// <summary>graphql-codegen over the public schema, its types checked by TypeScript.</summary>
public sealed class GraphQLCodegenTests(NodeClients node)
{
    private const string Document =
        """
        query Overdue($where: TaskFilterInput, $first: Int) {
          tasks(where: $where, first: $first) { totalCount nodes { id title status deadline { text } leadUnits { name } } }
        }
        """;

    [Fact]
    public async Task The_types_of_an_operation_are_generated_and_fit_its_use()
    {
        var printed = await RunAsync(
            """
            import { OverdueQuery, OverdueQueryVariables } from './generated';
            const variables: OverdueQueryVariables = { first: 10, where: { title: { contains: 'cải cách' } } };
            const titles = (answer: OverdueQuery): (string | null | undefined)[] => answer.tasks?.nodes?.map((task) => task.title) ?? [];
            export { variables, titles };
            """);
        Assert.Empty(printed.GetProperty("invalid").EnumerateArray());
        Assert.Empty(printed.GetProperty("complaints").EnumerateArray().Select(complaint => complaint.GetString()));
    }

    [Fact]
    public async Task A_wrong_use_is_found_so_the_types_are_not_empty()
    {
        var printed = await RunAsync(
            """
            import { OverdueQueryVariables } from './generated';
            export const variables: OverdueQueryVariables = { first: 'ten' };
            """);
        Assert.Equal(["use.ts:2 Type 'string' is not assignable to type 'number'."], printed.GetProperty("complaints").EnumerateArray().Select(complaint => complaint.GetString()));
    }

    private async Task<JsonElement> RunAsync(string use) =>
        JsonSerializer.Deserialize<JsonElement>(await node.RunAsync("codegen.mjs", "../../schema", Document, use));
}
