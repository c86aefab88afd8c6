using System.Collections.Immutable;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;

namespace GovGraph.Api.Changes;

/// <summary>What a change of a node answers: the node right after it, and what of it the change was about; or the errors.</summary>
internal sealed record NodePayload<TNode, TItem>(TNode? Node, TItem? Item, ImmutableArray<MutationError>? Errors)
    where TNode : class
    where TItem : class
{
    public static implicit operator NodePayload<TNode, TItem>(ImmutableArray<MutationError> errors) => new(null, null, errors);
}

/// <summary>Binds mutations, each with the payload that bears its name.</summary>
internal static class MutationBindings
{
    public static void Mutation<TPayload>(
        this SchemaBindings bindings, string name, Func<FieldContext, ValueTask<TPayload>> resolve, Action<TypeBinding<TPayload>> bindPayload)
        where TPayload : notnull
    {
        bindings.Root("Mutation", mutation => mutation.FieldAsync(name, (_, context) => resolve(context)));
        bindings.Type($"{char.ToUpperInvariant(name[0])}{name[1..]}Payload", bindPayload);
    }

    /// <param name="bindings">Of the schema.</param>
    /// <param name="name">Of the mutation.</param>
    /// <param name="node">The payload's field with the node.</param>
    /// <param name="item">The payload's field with what the change was about.</param>
    /// <param name="resolve">Makes the change.</param>
    public static void Mutation<TNode, TItem>(
        this SchemaBindings bindings, string name, string node, string item, Func<FieldContext, ValueTask<NodePayload<TNode, TItem>>> resolve)
        where TNode : class
        where TItem : class =>
        bindings.Mutation(name, resolve, payloads =>
        {
            payloads.Field(node, payload => payload.Node);
            payloads.Field(item, payload => payload.Item);
            payloads.Field("errors", payload => payload.Errors);
        });
}
