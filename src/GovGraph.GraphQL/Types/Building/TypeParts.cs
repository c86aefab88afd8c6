using System.Collections.Immutable;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types.Building;

/// <summary>A type's definition and, behind it, its extensions.</summary>
internal sealed class TypeParts(TypeDefinitionNode definition, IEnumerable<TypeDefinitionNode> extensions, bool isSpecified)
{
    private readonly ImmutableArray<TypeDefinitionNode> _nodes = [definition, .. extensions];

    public TypeDefinitionNode Definition { get; } = definition;

    public string Name => Definition.Name.Value;

    public bool IsSpecified { get; } = isSpecified;

    public bool IsInputType => Definition is ScalarTypeDefinitionNode or EnumTypeDefinitionNode or InputObjectTypeDefinitionNode;

    public bool IsOutputType => Definition is not InputObjectTypeDefinitionNode;

    public ImmutableArray<DirectiveNode> Directives => field.IsDefault ? field = Collect<TypeDefinitionNode, DirectiveNode>(node => node.Directives) : field;

    /// <summary>Of an object or interface.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces => field.IsDefault ? field = Collect<ComplexTypeDefinitionNode, NamedTypeNode>(node => node.Interfaces) : field;

    /// <summary>Of an object or interface.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields => field.IsDefault ? field = Collect<ComplexTypeDefinitionNode, FieldDefinitionNode>(node => node.Fields) : field;

    /// <summary>Of an input object.</summary>
    public ImmutableArray<InputValueDefinitionNode> InputFields => field.IsDefault ? field = Collect<InputObjectTypeDefinitionNode, InputValueDefinitionNode>(node => node.Fields) : field;

    /// <summary>Of a union.</summary>
    public ImmutableArray<NamedTypeNode> Members => field.IsDefault ? field = Collect<UnionTypeDefinitionNode, NamedTypeNode>(node => node.Types) : field;

    /// <summary>Of an enum.</summary>
    public ImmutableArray<EnumValueDefinitionNode> Values => field.IsDefault ? field = Collect<EnumTypeDefinitionNode, EnumValueDefinitionNode>(node => node.Values) : field;

    public bool IsOneOf => Directives.Any(directive => directive.Name.Value == "oneOf");

    public bool Implements(string interfaceName) => Interfaces.Any(type => type.Name.Value == interfaceName);

    public FieldDefinitionNode? Field(string name) => Fields.FirstOrDefault(field => field.Name.Value == name);

    private ImmutableArray<TPart> Collect<TNode, TPart>(Func<TNode, ImmutableArray<TPart>> parts) where TNode : TypeDefinitionNode =>
        [.. _nodes.OfType<TNode>().SelectMany(node => parts(node))];
}
