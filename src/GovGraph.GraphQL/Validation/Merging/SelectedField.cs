using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Validation.Merging;

/// <summary>A field as selected on a type. Parent and definition are null where the schema has none of that name.</summary>
internal readonly record struct SelectedField(FieldNode Node, NamedType? Parent, FieldDefinition? Definition)
{
    /// <summary>The type whose fields its selection set selects.</summary>
    public NamedType? Named => Definition?.Type.Named;

    /// <summary>Whether no object can be of both parents' types. Interfaces and unions may come to overlap, if they don't yet.</summary>
    public bool IsOnOtherObject(SelectedField other) => Parent is ObjectType && other.Parent is ObjectType && Parent != other.Parent;

    /// <summary>Whether both call the same field with the same arguments.</summary>
    public bool IsSameCall(SelectedField other) =>
        Node.Name.Value == other.Node.Name.Value && SameValues.AreSame(Node.Arguments, other.Node.Arguments);

    /// <summary>SameResponseShape without the fields inside: lists and non-nulls alike, and the same leaf type or two composite ones.</summary>
    public bool HasSameShape(SelectedField other) =>
        Definition is null || other.Definition is null || AreSameShape(Definition.Type, other.Definition.Type);

    private static bool AreSameShape(GraphQLType a, GraphQLType b) => (a, b) switch
    {
        (NonNullType innerA, NonNullType innerB) => AreSameShape(innerA.OfType, innerB.OfType),
        (ListType itemsA, ListType itemsB) => AreSameShape(itemsA.OfType, itemsB.OfType),
        (NamedType { IsLeaf: false }, NamedType { IsLeaf: false }) => true,
        _ => a == b,
    };
}
