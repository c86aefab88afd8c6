namespace GovGraph.GraphQL.Language;

/// <summary>Type : NamedType | ListType | NonNullType</summary>
public abstract class TypeNode(Location location) : Node(location);

/// <summary>NamedType : Name</summary>
public sealed class NamedTypeNode(Location location, NameNode name) : TypeNode(location)
{
    public NameNode Name { get; } = name;

    public override string ToString() => Name.Value;
}

/// <summary>ListType : [ Type ]</summary>
public sealed class ListTypeNode(Location location, TypeNode type) : TypeNode(location)
{
    public TypeNode Type { get; } = type;

    public override string ToString() => $"[{Type}]";
}

/// <summary>NonNullType : NamedType ! | ListType !</summary>
public sealed class NonNullTypeNode(Location location, TypeNode type) : TypeNode(location)
{
    public TypeNode Type { get; } = type;

    public override string ToString() => $"{Type}!";
}
