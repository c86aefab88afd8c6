using System.Collections.Immutable;
using System.Text;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Execution;

/// <summary>A field of a selection set, ready to be written: all that can be known before a request is.</summary>
internal sealed class CompiledField
{
    private readonly List<FieldNode> _nodes;
    private readonly CompiledSelections _selections;
    private readonly SubSelections? _subSelections;

    // Null where an argument holds a variable.
    private readonly InputObject? _arguments;

    public CompiledField(
        BoundObject parentType, string responseName, List<FieldNode> nodes, CompiledSelections selections, SubSelections? subSelections, bool isFirst)
    {
        ParentType = parentType;
        ResponseName = responseName;
        _nodes = nodes;
        _selections = selections;
        _subSelections = subSelections;
        Bound = parentType.Field(nodes[0].Name.Value);
        _arguments = CoerceArgumentValues.OfLiterals(Definition, nodes[0], selections.Schema.Inputs);
        if (_arguments is { Count: 0 }) Bound = Bound.Whole;
        EncodedName = Encoding.UTF8.GetBytes($"{(isFirst ? '{' : ',')}\"{responseName}\":");
        IsPure = Bound.IsPure && !HasVariables && (subSelections is null || IsPureBelow());
    }

    public BoundObject ParentType { get; }

    public string ResponseName { get; }

    public BoundField Bound { get; }

    public FieldDefinition Definition => Bound.Definition;

    /// <summary>The name and the punctuation around it: <c>,"name":</c>.</summary>
    public byte[] EncodedName { get; }

    public bool HasVariables => _arguments is null;

    public bool HasSubSelections => _subSelections is not null;

    /// <summary>Whether its JSON depends on its object alone.</summary>
    public bool IsPure { get; }

    /// <summary>Where the fields that were merged into this one stand in the document.</summary>
    public ImmutableArray<Location> Locations => [.. _nodes.Select(node => node.Location)];

    public string Coordinate => $"{ParentType.Type.Name}.{Definition.Name}";

    public bool HasSelectionSet => _subSelections is not null;

    public CompiledSelectionSet SelectionSet(BoundObject type) => _subSelections!.For(type);

    /// <summary>CoerceArgumentValues, once a request even where the field is written for many objects.</summary>
    public InputObject Arguments(Execution execution) => _arguments ?? execution.Arguments(this);

    public InputObject CoerceArguments(VariableValues variables) =>
        CoerceArgumentValues.Of(Definition, _nodes[0], _selections.Schema.Inputs, variables);

    /// <summary>Whether a field of the schema is selected below this one, for any type that the value may have.</summary>
    public bool IsSelected(ReadOnlySpan<string> path)
    {
        if (_subSelections is null || path.IsEmpty) return path.IsEmpty;
        foreach (var type in _selections.Schema.PossibleTypes(Definition.Type.Named))
        {
            foreach (var field in SelectionSet(type).Fields)
            {
                if (field.Definition.Name == path[0] && field.IsSelected(path[1..])) return true;
            }
        }

        return false;
    }

    // Values of an interface or union could be of many types, which are compiled when they are met.
    private bool IsPureBelow() =>
        Definition.Type.Named is ObjectType type && _selections.Schema.Objects[type] is { IsImmutable: true } bound && SelectionSet(bound).IsPure;
}
