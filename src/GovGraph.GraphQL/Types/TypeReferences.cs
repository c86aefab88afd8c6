namespace GovGraph.GraphQL.Types;

/// <summary>A type as a field, an argument or a variable names it: a named type, or a list or non-null wrapper around one.</summary>
public abstract class GraphQLType
{
    /// <summary>The named type inside all wrappers.</summary>
    public abstract NamedType Named { get; }

    /// <summary>The type without an outer non-null.</summary>
    public virtual GraphQLType Nullable => this;

    public bool IsNonNull => this is NonNullType;

    /// <summary>Whether values of this type may come in: scalars, enums, input objects and wrappers of them.</summary>
    public bool IsInputType => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether values of this type may go out: all but input objects and wrappers of them.</summary>
    public bool IsOutputType => Named is not InputObjectType;
}

/// <summary>[Type]</summary>
public sealed class ListType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType;

    public override NamedType Named => OfType.Named;

    public override string ToString() => $"[{OfType}]";
}

/// <summary>Type!</summary>
public sealed class NonNullType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType;

    public override NamedType Named => OfType.Named;

    public override GraphQLType Nullable => OfType;

    public override string ToString() => $"{OfType}!";
}
