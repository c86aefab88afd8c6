using System.Collections.Immutable;

namespace GovGraph.GraphQL.Language;

/// <summary>Where something starts in a document: line and column, both counted from 1, columns in UTF-16 code units.</summary>
public readonly record struct Location(int Line, int Column)
{
    public override string ToString() => $"{Line}:{Column}";
}

/// <summary>A part of a parsed document. Compared by reference: two equal texts in two places are two nodes.</summary>
public abstract class Node(Location location)
{
    public Location Location { get; } = location;
}

/// <summary>Name : NameStart NameContinue*</summary>
public sealed class NameNode(Location location, string value) : Node(location)
{
    public string Value { get; } = value;

    public override string ToString() => Value;
}

/// <summary>Document : Definition+</summary>
public sealed class DocumentNode(Location location, ImmutableArray<DefinitionNode> definitions) : Node(location)
{
    public ImmutableArray<DefinitionNode> Definitions { get; } = definitions;
}

/// <summary>Definition : ExecutableDefinition | TypeSystemDefinition | TypeSystemExtension</summary>
public abstract class DefinitionNode(Location location) : Node(location);

/// <summary>Argument : Name : Value</summary>
public sealed class ArgumentNode(Location location, NameNode name, ValueNode value) : Node(location)
{
    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;
}

/// <summary>Directive : @ Name Arguments?</summary>
public sealed class DirectiveNode(Location location, NameNode name, ImmutableArray<ArgumentNode> arguments) : Node(location)
{
    public NameNode Name { get; } = name;

    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;
}
