using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GovGraph.GraphQL.Execution;

/// <summary>
/// Coerced arguments, in the order the schema defines, or a coerced input object, in the order written (an order by several fields means
/// it), defaults last. What was neither given nor has a default is not there.
/// </summary>
internal sealed class InputObject : IReadOnlyDictionary<string, object?>
{
    // Few enough that comparing names beats hashing them.
    private readonly string[] _names;
    private readonly object?[] _values;

    private InputObject(string[] names, object?[] values) => (_names, _values) = (names, values);

    public static InputObject Empty { get; } = new([], []);

    public int Count => _names.Length;

    public IEnumerable<string> Keys => _names;

    public IEnumerable<object?> Values => _values;

    public object? this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"\"{key}\" was not given.");

    public (string Name, object? Value) At(int index) => (_names[index], _values[index]);

    public bool ContainsKey(string key) => Array.IndexOf(_names, key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        var names = _names;
        for (var index = 0; index < names.Length; index++)
        {
            if (names[index] != key) continue;
            value = _values[index];
            return true;
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var index = 0; index < _names.Length; index++) yield return new(_names[index], _values[index]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Makes room for what is given; only defaults make it grow.</summary>
    internal struct Builder(int given, int most)
    {
        private string[] _names = NewArray<string>(Math.Min(given, most));
        private object?[] _values = NewArray<object?>(Math.Min(given, most));
        private int _count;

        public void Add(string name, object? value)
        {
            if (_count == _names.Length)
            {
                Array.Resize(ref _names, most);
                Array.Resize(ref _values, most);
            }

            (_names[_count], _values[_count++]) = (name, value);
        }

        public readonly bool Contains(string name) => Array.IndexOf(_names, name, 0, _count) >= 0;

        public readonly InputObject Build() => _count switch
        {
            0 => Empty,
            _ when _count == _names.Length => new InputObject(_names, _values),
            _ => new InputObject(_names[.._count], _values[.._count]),
        };

        private static T[] NewArray<T>(int length) => length == 0 ? [] : new T[length];
    }
}
