using System.Collections.Immutable;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types;

/// <summary>A field of an object or interface.</summary>
public sealed class FieldDefinition(string name, string? description, GraphQLType type, ImmutableArray<InputValueDefinition> arguments)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public GraphQLType Type { get; } = type;

    /// <summary>Arguments in the order written.</summary>
    public ImmutableArray<InputValueDefinition> Arguments { get; } = arguments;

    /// <summary>From @deprecated; null where the field is not deprecated.</summary>
    public string? DeprecationReason { get; init; }

    public ImmutableArray<DirectiveNode> Directives { get; init; } = [];

    public InputValueDefinition? Argument(string argumentName)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Name == argumentName) return argument;
        }

        return null;
    }
}

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
public sealed class InputValueDefinition(string name, string? description, GraphQLType type, ValueNode? defaultValue)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public GraphQLType Type { get; } = type;

    /// <summary>The default as written; null where there is none (a default of null is a <see cref="NullValueNode"/>).</summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    public string? DeprecationReason { get; init; }

    public ImmutableArray<DirectiveNode> Directives { get; init; } = [];

    /// <summary>Non-null and without a default: it must be given.</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;
}

/// <summary>A value of an enum.</summary>
public sealed class EnumValueDefinition(string name, string? description)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public string? DeprecationReason { get; init; }

    public ImmutableArray<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>directive @name</summary>
public sealed class DirectiveDefinition(
    string name, string? description, ImmutableArray<InputValueDefinition> arguments, bool isRepeatable, ImmutableArray<string> locations)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public ImmutableArray<InputValueDefinition> Arguments { get; } = arguments;

    public bool IsRepeatable { get; } = isRepeatable;

    public InputValueDefinition? Argument(string argumentName)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Name == argumentName) return argument;
        }

        return null;
    }

    /// <summary>Directive locations by the specification's names: FIELD, ARGUMENT_DEFINITION, …; in the order written.</summary>
    public ImmutableArray<string> Locations { get; } = locations;

    /// <summary>@skip, @include, @deprecated, @specifiedBy and @oneOf.</summary>
    public bool IsSpecified { get; init; }
}
