using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GovGraph.GraphQL.Execution;

/// <summary>
/// JSON forms of the strings that are served again and again. A string object is known by its identity, so that looking it up costs
/// less than encoding it; it is kept when it is seen for the second time, so that one made for a single response leaves no trace.
/// </summary>
internal sealed class EncodedStrings
{
    // Shorter is encoded as fast as it is found, longer would fill the memory.
    private const int Shortest = 8;
    private const int Longest = 2048;

    // How many places a string may be in, side by side.
    private const int Ways = 4;

    // No lock: strings that meet in one place drive each other out, and so do races. That costs time, never correctness,
    // for an entry is checked against the string itself.
    private readonly int[] _identities;
    private readonly EncodedString?[] _entries;
    private readonly int[] _seen;

    /// <param name="capacity">How many strings are kept at most; a power of two.</param>
    public EncodedStrings(int capacity)
    {
        if (!int.IsPow2(capacity) || capacity < Ways)
        {
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, $"The capacity must be a power of two from {Ways} up.");
        }

        _identities = new int[capacity];
        _entries = new EncodedString?[capacity];
        _seen = new int[capacity];
    }

    /// <summary>The quoted, escaped UTF-8 form, or nothing where the string must be encoded.</summary>
    public ReadOnlySpan<byte> Find(string value)
    {
        if (value.Length is < Shortest or > Longest) return default;
        var identity = RuntimeHelpers.GetHashCode(value);
        var place = identity & (_entries.Length - Ways);
        var equal = Vector128.Equals(Vector128.Create<int>(_identities.AsSpan(place, Ways)), Vector128.Create(identity));
        var way = BitOperations.TrailingZeroCount(equal.ExtractMostSignificantBits());
        return way < Ways && _entries[place + way] is { } entry && ReferenceEquals(entry.Value, value)
            ? entry.Json
            : Keep(value, identity, place);
    }

    private ReadOnlySpan<byte> Keep(string value, int identity, int place)
    {
        ref var seen = ref _seen[identity & (_seen.Length - 1)];
        if (seen != identity)
        {
            seen = identity;
            return default;
        }

        var way = FreeWay(place);
        if (way < 0) way = (int)((uint)identity >> 24) % Ways;
        var encoded = new EncodedString(value);
        _entries[place + way] = encoded;
        _identities[place + way] = identity;
        return encoded.Json;
    }

    private int FreeWay(int place) => _identities.AsSpan(place, Ways).IndexOf(0);
}
