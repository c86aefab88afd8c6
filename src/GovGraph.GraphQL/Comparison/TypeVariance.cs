using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Comparison;

/// <summary>Which changes of a type reference nobody can notice.</summary>
internal static class TypeVariance
{
    /// <summary>Values that go out may become narrower: a caller who expects null is not hurt by its absence.</summary>
    public static bool IsSafeForOutput(GraphQLType before, GraphQLType after) => (before, after) switch
    {
        (NonNullType x, NonNullType y) => IsSafeForOutput(x.OfType, y.OfType),
        (NonNullType, _) => false,
        (_, NonNullType y) => IsSafeForOutput(before, y.OfType),
        (ListType x, ListType y) => IsSafeForOutput(x.OfType, y.OfType),
        (NamedType x, NamedType y) => x.Name == y.Name,
        _ => false,
    };

    /// <summary>Values that come in may become wider: what was accepted still is.</summary>
    public static bool IsSafeForInput(GraphQLType before, GraphQLType after) => (before, after) switch
    {
        (NonNullType x, NonNullType y) => IsSafeForInput(x.OfType, y.OfType),
        (NonNullType x, _) => IsSafeForInput(x.OfType, after),
        (_, NonNullType) => false,
        (ListType x, ListType y) => IsSafeForInput(x.OfType, y.OfType),
        (NamedType x, NamedType y) => x.Name == y.Name,
        _ => false,
    };
}
