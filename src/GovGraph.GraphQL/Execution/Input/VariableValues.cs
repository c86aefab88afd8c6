using System.Collections.Immutable;
using System.Text.Json;

namespace GovGraph.GraphQL.Execution;

/// <summary>The coerced variables of a request. A variable that was not given and has no default is not there.</summary>
internal sealed class VariableValues
{
    private readonly Dictionary<string, object?> _values = [];
    private readonly Dictionary<string, JsonElement> _given = [];

    public static VariableValues None { get; } = new();

    public void Add(string name, object? value) => _values.Add(name, value);

    public void AddGiven(string name, object? value, JsonElement json)
    {
        _values.Add(name, value);
        _given.Add(name, json);
    }

    public bool TryGet(string name, out object? value) => _values.TryGetValue(name, out value);

    /// <summary>The value as the caller wrote it, for a scalar that takes any.</summary>
    public bool TryGetJson(string name, out JsonElement json) => _given.TryGetValue(name, out json);

    public bool IsTrue(string name) => _values.TryGetValue(name, out var value) && value is true;

    public HashSet<string> TrueAmong(ImmutableArray<string> names) => [.. names.Where(IsTrue)];
}
