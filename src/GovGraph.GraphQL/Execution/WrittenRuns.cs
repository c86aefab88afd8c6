using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GovGraph.GraphQL.Execution;

/// <summary>
/// The JSON of fields of objects that never change, by the identity of the object. Like <see cref="EncodedStrings"/> it keeps what is
/// seen for the second time; unlike strings, objects hold on to others, so what is not used any more is let go of.
/// </summary>
internal sealed class WrittenRuns
{
    private const int Capacity = 64 * 1024;
    private const int Ways = 4;
    private const int Longest = 256 * 1024;

    // How many places are looked at for leftovers whenever something is kept.
    private const int Swept = 64;

    private static readonly TimeSpan s_epoch = TimeSpan.FromSeconds(30);

    // No lock, as in EncodedStrings: an entry is checked against the object itself.
    private readonly int[] _keys = new int[Capacity];
    private readonly Entry?[] _entries = new Entry?[Capacity];
    private readonly int[] _seen = new int[Capacity];
    private readonly long _maxBytes;
    private readonly long _ticksAnEpoch;
    private long _bytes;
    private int _epoch;
    private int _sweep;

    public WrittenRuns(long maxBytes, TimeProvider timeProvider)
    {
        _maxBytes = maxBytes;
        _ticksAnEpoch = (long)(s_epoch.TotalSeconds * timeProvider.TimestampFrequency);
    }

    /// <summary>How much is kept.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Tells the time, once a request.</summary>
    public void Tick(long timestamp) => _epoch = (int)(timestamp / _ticksAnEpoch);

    /// <summary>The JSON; or nothing, and whether it should be kept once it is written.</summary>
    public ReadOnlySpan<byte> Find(object parent, FieldRun run, out bool isWanted)
    {
        var key = RuntimeHelpers.GetHashCode(parent) ^ run.Id;
        var place = key & (Capacity - Ways);
        var equal = Vector128.Equals(Vector128.Create<int>(_keys.AsSpan(place, Ways)), Vector128.Create(key));
        var way = BitOperations.TrailingZeroCount(equal.ExtractMostSignificantBits());
        if (way < Ways && _entries[place + way] is { } entry && entry.Parent == parent && entry.Run == run)
        {
            if (entry.Epoch != _epoch) entry.Epoch = _epoch;
            isWanted = false;
            return entry.Json;
        }

        ref var seen = ref _seen[key & (Capacity - 1)];
        isWanted = seen == key;
        seen = key;
        return default;
    }

    public void Keep(object parent, FieldRun run, ReadOnlySpan<byte> json)
    {
        Sweep();
        if (json.Length > Longest) run.IsTooLong = true;
        if (json.Length > Longest || Bytes + json.Length > _maxBytes) return;

        var key = RuntimeHelpers.GetHashCode(parent) ^ run.Id;
        var place = key & (Capacity - Ways);
        var free = _entries.AsSpan(place, Ways).IndexOf((Entry?)null);
        place += free >= 0 ? free : (int)((uint)key >> 24) % Ways;
        Replace(place, new Entry(parent, run, json.ToArray()) { Epoch = _epoch });
        _keys[place] = key;
    }

    private void Sweep()
    {
        var start = Interlocked.Add(ref _sweep, Swept) & (Capacity - 1);
        for (var place = start; place < start + Swept; place++)
        {
            if (_entries[place] is { } entry && _epoch - entry.Epoch > 1) Replace(place, null);
        }
    }

    private void Replace(int place, Entry? entry)
    {
        var old = Interlocked.Exchange(ref _entries[place], entry);
        Interlocked.Add(ref _bytes, (entry?.Json.Length ?? 0) - (old?.Json.Length ?? 0));
    }

    private sealed class Entry(object parent, FieldRun run, byte[] json)
    {
        public object Parent { get; } = parent;

        public FieldRun Run { get; } = run;

        public byte[] Json { get; } = json;

        /// <summary>When it was last used.</summary>
        public int Epoch { get; set; }
    }
}
