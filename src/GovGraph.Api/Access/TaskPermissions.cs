using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Types;
using GovGraph.Plans.Tasks;

namespace GovGraph.Api.Access;

/// <summary>What a caller may do with a task: a field for each mutation of a task, by the scope that the mutation names.</summary>
internal sealed record TaskPermissions(Caller Caller, PlanTask Task)
{
    public static void Bind(SchemaBindings bindings, Schema schema) => bindings.Type<TaskPermissions>("TaskPermissions", permissions =>
    {
        foreach (var field in ((ObjectType)schema.Types["TaskPermissions"]).FieldsInOrder)
        {
            var mutation = schema.MutationType!.Fields.GetValueOrDefault(MutationOf(field.Name))
                ?? throw new SchemaBindingException([$"TaskPermissions.{field.Name}: there is no mutation {MutationOf(field.Name)}."]);
            var scope = Authorization.ScopesOf(mutation).Single();
            permissions.Field(field.Name, permission => permission.Caller.Refusal(scope, permission.Task) is null);
        }
    });

    public static string MutationOf(string permission) => permission == "updateStatus" ? "updateTaskStatus" : permission;
}
