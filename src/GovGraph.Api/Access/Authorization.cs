using System.Collections.Immutable;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Access;

namespace GovGraph.Api.Access;

/// <summary>Asks for the scope that a field names by <c>@authorize</c>, before its resolver does anything.</summary>
internal static class Authorization
{
    private const string Directive = "authorize";

    /// <exception cref="SchemaBindingException">A mutation names no scope, so anyone could do it.</exception>
    public static void Check(Schema schema)
    {
        var open = schema.MutationType!.FieldsInOrder.Where(field => ScopeOf(field) is null).ToList();
        if (open.Count > 0) throw new SchemaBindingException([.. open.Select(field => $"Mutation.{field.Name}: name the scope that it needs by @authorize(policy: …), or any key could do it.")]);
    }

    public static Action<FieldContext>? GuardOf(FieldDefinition field) => ScopeOf(field) is { } scope ? context => Demand(scope, context) : null;

    /// <summary>The scope that a field asks for; null where it asks for none.</summary>
    public static Scope? ScopeOf(FieldDefinition field) =>
        field.Directives.FirstOrDefault(directive => directive.Name.Value == Directive)?.Arguments[0].Value is StringValueNode policy
            ? ScopeNames.Find(policy.Value) ?? throw new SchemaBindingException([$"{field.Name}: there is no scope `{policy.Value}`."])
            : null;

    /// <summary>Why the caller may not do this to this very node; asked of the node as it is when it is changed.</summary>
    public static Refusal? Refusal(this FieldContext mutation, ITrackedNode node) =>
        mutation.Get<Caller>().Refusal(ScopeOf(mutation.Definition)!.Value, node);

    private static void Demand(Scope scope, FieldContext context)
    {
        var caller = context.Get<Caller>();
        if (caller.May(scope)) return;

        throw new GraphQLException(new GraphQLError(
            $"The current user is not authorized to access this resource: the key '{caller.Name}' does not have the scope `{scope.Name()}`.")
        {
            Code = NotAuthorizedError.Word,
            Extensions = ImmutableDictionary<string, object?>.Empty.Add("coordinate", context.Coordinate).Add("scope", scope.Name()),
        });
    }
}
