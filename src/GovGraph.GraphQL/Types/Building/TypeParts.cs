using System.Collections.Immutable;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types.Building;

/// <summary>A type's definition together with its extensions: what one has is added to what the other has.</summary>
internal sealed class TypeParts
{
    public TypeParts(TypeDefinitionNode definition, IEnumerable<TypeDefinitionNode> extensions, bool isSpecified)
    {
        Definition = definition;
        IsSpecified = isSpecified;

        ImmutableArray<TypeDefinitionNode> nodes = [definition, .. extensions];
        Directives = [.. nodes.SelectMany(node => node.Directives)];
        Interfaces = [.. nodes.OfType<ComplexTypeDefinitionNode>().SelectMany(node => node.Interfaces)];
        Fields = [.. nodes.OfType<ComplexTypeDefinitionNode>().SelectMany(node => node.Fields)];
        InputFields = [.. nodes.OfType<InputObjectTypeDefinitionNode>().SelectMany(node => node.Fields)];
        Members = [.. nodes.OfType<UnionTypeDefinitionNode>().SelectMany(node => node.Types)];
        Values = [.. nodes.OfType<EnumTypeDefinitionNode>().SelectMany(node => node.Values)];
    }

    public TypeDefinitionNode Definition { get; }

    public string Name => Definition.Name.Value;

    public bool IsSpecified { get; }

    public ImmutableArray<DirectiveNode> Directives { get; }

    /// <summary>Of an object or interface.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; }

    /// <summary>Of an object or interface.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; }

    /// <summary>Of an input object.</summary>
    public ImmutableArray<InputValueDefinitionNode> InputFields { get; }

    /// <summary>Of a union.</summary>
    public ImmutableArray<NamedTypeNode> Members { get; }

    /// <summary>Of an enum.</summary>
    public ImmutableArray<EnumValueDefinitionNode> Values { get; }

    public bool IsInputType => Definition is ScalarTypeDefinitionNode or EnumTypeDefinitionNode or InputObjectTypeDefinitionNode;

    public bool IsOutputType => Definition is not InputObjectTypeDefinitionNode;

    public bool IsOneOf => Directives.Any(directive => directive.Name.Value == "oneOf");

    public bool Implements(string interfaceName) => Interfaces.Any(type => type.Name.Value == interfaceName);

    public FieldDefinitionNode? Field(string name) => Fields.FirstOrDefault(node => node.Name.Value == name);
}
