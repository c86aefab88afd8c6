using GovGraph.Api.Access;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Types;
using GovGraph.Storage.Access;
using Xunit;

namespace GovGraph.Api.Tests.Access;

public sealed class AuthorizationTests
{
    private const string Change =
        """mutation { updateTaskStatus(input: { taskId: "thuong-lo-2020-cchc/1.3.2", status: IN_PROGRESS }) { task { version history(first: 1) { nodes { who } } } } }""";

    [Fact]
    public async Task A_key_without_the_scope_changes_nothing_and_is_told_which_one_it_needs()
    {
        await using var plans = await ExecutionTest.WithTheFivePlans();
        plans.Caller = new() { Name = "clerk", Scopes = [Scope.Read, Scope.EvidenceWrite] };

        Assert.Equal(
            """{"data":null,"errors":[{"message":"The current user is not authorized to access this resource: the key 'clerk' does not have the scope `status:write`.","locations":[{"line":1,"column":12}],"path":["updateTaskStatus"],"extensions":{"code":"AUTH_NOT_AUTHORIZED","coordinate":"Mutation.updateTaskStatus","scope":"status:write"}}]}""",
            await plans.Send(Change));
        Assert.Equal("""{"data":{"taskById":{"version":1}}}""", await plans.Send("""{ taskById(id: "thuong-lo-2020-cchc/1.3.2") { version } }"""));
    }

    [Theory]
    [InlineData(Scope.StatusWrite)]
    [InlineData(Scope.Admin)]
    public async Task A_key_with_the_scope_changes_it_and_its_name_stays_with_the_change(Scope scope)
    {
        await using var plans = await ExecutionTest.WithTheFivePlans();
        plans.Caller = new() { Name = "clerk", Scopes = [scope] };

        Assert.Equal("""{"data":{"updateTaskStatus":{"task":{"version":2,"history":{"nodes":[{"who":"clerk"}]}}}}}""", await plans.Send(Change));
    }

    [Fact]
    public void Every_mutation_names_the_scope_that_it_needs() =>
        Assert.DoesNotContain(SchemaBuilder.Build(ApiSchema.Sources).Schema!.MutationType!.FieldsInOrder, field => Authorization.ScopesOf(field).IsEmpty);

    [Fact]
    public void A_schema_with_a_mutation_that_names_no_scope_is_not_served() => Assert.Equal(
        """
        The schema and its bindings differ:
        - Mutation.b: name the scope that it needs by @authorize(policy: …), or any key could do it.
        """,
        Assert.Throws<SchemaBindingException>(() => Authorization.Check(SchemaBuilder.Build(
            """
            directive @authorize(policy: String!) on FIELD_DEFINITION
            type Query { a: Int }
            type Mutation { a: Int @authorize(policy: "plan:write") b: Int }
            """).Schema!)).Message);

    [Fact]
    public void A_scope_that_there_is_not_is_not_served() => Assert.Equal(
        """
        The schema and its bindings differ:
        - a: there is no scope `plan:wirte`.
        """,
        Assert.Throws<SchemaBindingException>(() => Authorization.Check(SchemaBuilder.Build(
            """
            directive @authorize(policy: String!) on FIELD_DEFINITION
            type Query { a: Int }
            type Mutation { a: Int @authorize(policy: "plan:wirte") }
            """).Schema!)).Message);
}
