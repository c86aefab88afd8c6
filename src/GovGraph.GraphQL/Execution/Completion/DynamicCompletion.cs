using System.Collections;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Execution.Completion;

/// <summary>A list of values without CLR types of their own.</summary>
internal sealed class DynamicListCompletion(ValueCompletion<object?> item, bool isNonNull) : ValueCompletion<object?>(isNonNull)
{
    private readonly ListCompletion<IEnumerable<object?>, object?> _list = new(item, isNonNull);

    public override bool Complete(Execution execution, CompiledField field, object? value) => value switch
    {
        null => CompleteNull(execution, field),
        IEnumerable<object?> items and not IDictionary => _list.Complete(execution, field, items),
        _ => execution.Fail(field, $"Expected Iterable, but did not find one for field \"{field.Coordinate}\"."),
    };
}

/// <summary>An enum value by its name.</summary>
internal sealed class DynamicEnumCompletion(EnumType type, bool isNonNull) : ValueCompletion<object?>(isNonNull)
{
    private readonly EnumNameCompletion _name = new(type, isNonNull);

    public override bool Complete(Execution execution, CompiledField field, object? value) => value switch
    {
        null => CompleteNull(execution, field),
        string name => _name.Complete(execution, field, name),
        _ => execution.Fail(field, $"Enum \"{type.Name}\" cannot represent value: {value}"),
    };
}

/// <summary>A value of an interface or union that names its object type.</summary>
internal sealed class DynamicAbstractCompletion(BoundAbstract type, bool isItem, bool isNonNull) : ValueCompletion<object?>(isNonNull)
{
    public override bool Complete(Execution execution, CompiledField field, object? value)
    {
        if (value is null) return CompleteNull(execution, field);
        var typeName = DynamicValue.TypeName(value);
        return type.ByName(typeName) is { } objectType
            ? execution.CompleteObject(field, objectType, value, isItem, IsNonNull)
            : execution.Fail(field, $"Abstract type \"{type.Type.Name}\" must resolve to an Object type at runtime for field \"{field.Coordinate}\": \"{typeName}\" is none of its possible types.");
    }
}
