using System.Collections.Concurrent;
using System.Collections.Frozen;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Execution;

/// <summary>What input coercion needs to know of a bound schema: the CLR values of enums, and the defaults, coerced once.</summary>
internal sealed class InputTypes(FrozenDictionary<EnumType, EnumBinding> enums)
{
    private readonly ConcurrentDictionary<InputValueDefinition, object?> _defaults = [];

    public object? EnumValue(EnumType type, string name) => enums.TryGetValue(type, out var binding) ? binding.Value(name) : name;

    public object? Default(InputValueDefinition definition) => _defaults.GetOrAdd(
        definition,
        static (input, types) => CoerceLiteral.TryCoerce(input.DefaultValue!, input.Type, types, VariableValues.None, out var value)
            ? value
            : throw new InvalidOperationException($"The default of \"{input.Name}\" is no {input.Type}."),
        this);
}
