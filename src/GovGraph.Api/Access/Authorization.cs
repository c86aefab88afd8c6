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

/// <summary>Asks for one of the scopes that a field names by <c>@authorize</c>, before its resolver does anything.</summary>
internal static class Authorization
{
    private const string Directive = "authorize";
    private const string Or = " or ";

    /// <exception cref="SchemaBindingException">A mutation names no scope, so anyone could do it.</exception>
    public static void Check(Schema schema)
    {
        var open = schema.MutationType!.FieldsInOrder.Where(field => ScopesOf(field).IsEmpty).ToList();
        if (open.Count > 0) throw new SchemaBindingException([.. open.Select(field => $"Mutation.{field.Name}: name the scope that it needs by @authorize(policy: …), or any key could do it.")]);
    }

    public static Action<FieldContext>? GuardOf(FieldDefinition field) => ScopesOf(field) is { IsEmpty: false } scopes ? context => Demand(scopes, context) : null;

    /// <summary>The scopes of which a field asks for one; empty where it asks for none.</summary>
    public static ImmutableArray<Scope> ScopesOf(FieldDefinition field) =>
        field.Directives.FirstOrDefault(directive => directive.Name.Value == Directive)?.Arguments[0].Value is StringValueNode policy
            ? [.. policy.Value.Split(Or).Select(name => ScopeNames.Find(name) ?? throw new SchemaBindingException([$"{field.Name}: there is no scope `{name}`."]))]
            : [];

    /// <summary>Why the caller may not do this to this very node; asked of the node as it is when it is changed.</summary>
    public static Refusal? Refusal(this FieldContext mutation, ITrackedNode node) => mutation.Get<Caller>().Refusal(ScopesOf(mutation.Definition).Single(), node);

    private static void Demand(ImmutableArray<Scope> scopes, FieldContext context)
    {
        var caller = context.Get<Caller>();
        if (scopes.Any(caller.May)) return;

        throw new GraphQLException(new GraphQLError(new ScopeMissing(caller.Name!, scopes).Message)
        {
            Code = NotAuthorizedError.Word,
            Extensions = ImmutableDictionary<string, object?>.Empty.Add("coordinate", context.Coordinate).Add("scope", string.Join(Or, scopes.Select(scope => scope.Name()))),
        });
    }
}
