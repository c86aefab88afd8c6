using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Validation.Merging;

/// <summary>All fields with one response name at one place of the response. Keeps of them only what the next one must be compared with.</summary>
internal sealed class ResponseGroup
{
    private SelectedField _shape;
    private SelectedField? _onAbstractType;
    private readonly List<SelectedField> _byObjectType = [];

    /// <summary>The selection sets of the fields, with the type that each selects on.</summary>
    public List<(SelectionSetNode SelectionSet, NamedType? Type)> Inner { get; } = [];

    public void Start(SelectedField field)
    {
        _shape = field;
        _onAbstractType = null;
        _byObjectType.Clear();
        Inner.Clear();
        Keep(field);
    }

    /// <summary>Adds a field, unless it may conflict with one that is there.</summary>
    public bool TryAdd(SelectedField field)
    {
        // (a) All fields have one shape. One without a definition has any.
        if (!field.HasSameShape(_shape)) return false;
        if (_shape.Definition is null) _shape = field;

        // (b) A field on an interface or union is the same call as every other, so that one of these stands for all of them.
        if (_onAbstractType is { } onAbstractType)
        {
            if (!field.IsSameCall(onAbstractType)) return false;
        }
        else if (field.Parent is ObjectType)
        {
            // (c) Fields on one object type are the same call; on different object types they never meet.
            foreach (var other in _byObjectType)
            {
                if (other.Parent != field.Parent) continue;
                if (!field.IsSameCall(other)) return false;

                KeepInner(field);
                return true;
            }
        }
        else
        {
            foreach (var other in _byObjectType)
            {
                if (!field.IsSameCall(other)) return false;
            }
        }

        Keep(field);
        return true;
    }

    private void Keep(SelectedField field)
    {
        if (_onAbstractType is null)
        {
            if (field.Parent is ObjectType)
            {
                _byObjectType.Add(field);
            }
            else
            {
                _onAbstractType = field;
            }
        }

        KeepInner(field);
    }

    private void KeepInner(SelectedField field)
    {
        if (field.Node.SelectionSet is { } selectionSet) Inner.Add((selectionSet, field.Named));
    }
}
