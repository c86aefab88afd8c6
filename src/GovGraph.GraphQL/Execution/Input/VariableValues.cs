using System.Collections.Immutable;
using System.Text.Json;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Execution;

/// <summary>The coerced variables of a request. A variable that was not given and has no default is not there.</summary>
internal sealed class VariableValues
{
    private readonly Dictionary<string, object?> _values = [];
    private readonly Dictionary<string, JsonElement> _given = [];
    private readonly Dictionary<string, ValueNode> _defaults = [];

    public static VariableValues None { get; } = new();

    public void AddGiven(string name, object? value, JsonElement json)
    {
        _values.Add(name, value);
        _given.Add(name, json);
    }

    public void AddDefault(string name, object? value, ValueNode literal)
    {
        _values.Add(name, value);
        _defaults.Add(name, literal);
    }

    public bool TryGet(string name, out object? value) => _values.TryGetValue(name, out value);

    /// <summary>The value before coercion, for a scalar that takes any: in JSON or else as a literal. Neither where there is none.</summary>
    public (JsonElement? Json, ValueNode? Literal) Uncoerced(string name) => _given.TryGetValue(name, out var json)
        ? (json, null)
        : (null, _defaults.GetValueOrDefault(name));

    public bool IsTrue(string name) => _values.TryGetValue(name, out var value) && value is true;

    public HashSet<string> TrueAmong(ImmutableArray<string> names) => [.. names.Where(IsTrue)];
}
