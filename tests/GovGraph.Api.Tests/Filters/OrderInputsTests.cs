using Xunit;

namespace GovGraph.Api.Tests.Filters;

public sealed class OrderInputsTests
{
    private const string LatestFirstThenByTitle =
        """{"data":{"plans":{"nodes":[{"id":"trung-trac-2024-papi"},{"id":"my-hoa-hung-2024-kstthc"},{"id":"trung-trac-2022-papi"},{"id":"hung-yen-2021-papi"},{"id":"thuong-lo-2020-cchc"}]}}}""";

    [Theory]
    [InlineData("[{ year: DESC }, { title: ASC }]")]
    [InlineData("[{ year: DESC, title: ASC }]")]
    public async Task Several_fields_order_in_the_order_written(string order)
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.Equal(LatestFirstThenByTitle, await test.Send($$"""{ plans(order: {{order}}) { nodes { id } } }"""));
    }

    [Fact]
    public async Task A_variable_orders_in_the_order_written_too()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.Equal(
            LatestFirstThenByTitle,
            await test.Send("query($order: [PlanSortInput!]) { plans(order: $order) { nodes { id } } }", """{ "order": [{ "year": "DESC", "title": "ASC" }] }"""));
    }

    [Fact]
    public async Task Objects_order_by_their_fields()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.Equal(
            """{"data":{"plans":{"nodes":[{"issuer":{"place":"Hưng Yên"}},{"issuer":{"place":"Mỹ Hòa Hưng"}},{"issuer":{"place":"Thượng Lộ"}},{"issuer":{"place":"Trưng Trắc"}},{"issuer":{"place":"Trưng Trắc"}}]}}}""",
            await test.Send("{ plans(order: { issuer: { place: ASC } }) { nodes { issuer { place } } } }"));
    }
}
