using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GovGraph.Storage.Disks;

namespace GovGraph.Storage.Audit;

/// <summary>The trail of the embedded store: a folder of files that only grow, a line for each record, another file each day.</summary>
/// <remarks>
/// A record is with the operating system when Append returns, so that it outlives the process; a second later it is on the disk, so that it
/// outlives the machine. Waiting for the disk would take as long as the change itself, and the change's own journal has who did it.
/// </remarks>
public sealed class FileAuditTrail : AuditTrail
{
    private const string Extension = ".ndjson";
    private const string Days = "yyyy-MM-dd";
    private const int DaysLength = 10;
    private const int NumberLength = 4;
    private const int NumberEnd = DaysLength + 1 + NumberLength;
    private const int MarkLength = 16;

    // A day's file is followed by another one, so that the oldest records can go before the day is over.
    private const int FilesOfMaxBytes = 16;
    private static readonly TimeSpan s_flushDelay = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Disk _disk;
    private readonly string _folder;

    // What the names of its own files end with; nobody else appends to those.
    private readonly string _ending;
    private readonly AuditOptions _options;
    private readonly ITimer _flushing;
    private DiskFile? _file;
    private string _name = "";
    private bool _isDirty;

    /// <param name="storeFolder">The folder of the embedded store. Nothing is made in it before there is a record.</param>
    /// <param name="options">How long they are kept.</param>
    public FileAuditTrail(string storeFolder, AuditOptions options)
        : this(new OsDisk(), storeFolder, options)
    {
    }

    internal FileAuditTrail(Disk disk, string storeFolder, AuditOptions options)
    {
        (_disk, _folder, _options) = (disk, FolderIn(storeFolder), options);
        _ending = options.IsBesideOthers ? $".{RandomNumberGenerator.GetHexString(MarkLength, lowercase: true)}{Extension}" : Extension;
        _flushing = options.Time.CreateTimer(_ => Flush(), null, s_flushDelay, s_flushDelay);
    }

    public static string FolderIn(string storeFolder) => Path.Combine(storeFolder, "audit");

    public override void Append(AuditRecord record)
    {
        var line = AuditJson.Line(record);
        lock (_lock)
        {
            try
            {
                var day = record.At.UtcDateTime.ToString(Days, CultureInfo.InvariantCulture);
                if (_file is null || !_name.StartsWith(day, StringComparison.Ordinal) || _file.Length >= _options.MaxBytes / FilesOfMaxBytes) Open(day);
                _file!.Append(line);
                _isDirty = true;
            }
            catch (Exception fault) when (fault.IsDiskFault())
            {
                Close();
                _options.OnFault(Encoding.UTF8.GetString(line).TrimEnd(), fault);
            }
        }
    }

    public override IAsyncEnumerable<ReadOnlyMemory<byte>> Read(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellation = default) =>
        Lines(since.Text(), until.Text(), cancellation).ToAsyncEnumerable();

    public override ValueTask DisposeAsync()
    {
        _flushing.Dispose();
        Flush();
        lock (_lock) Close();
        return ValueTask.CompletedTask;
    }

    private IEnumerable<ReadOnlyMemory<byte>> Lines(string first, string last, CancellationToken cancellation)
    {
        foreach (var day in NamesToRead().Where(IsWanted).GroupBy(name => name[..DaysLength]))
        {
            // What commands wrote on this day beside a server is little, and comes in its place.
            var beside = new Queue<(string At, ReadOnlyMemory<byte> Line)>(day.Where(IsOfCommand).SelectMany(Lines).OrderBy(line => line.At, StringComparer.Ordinal));
            foreach (var (at, line) in day.Where(name => !IsOfCommand(name)).SelectMany(Lines))
            {
                while (beside.TryPeek(out var other) && string.CompareOrdinal(other.At, at) < 0) yield return beside.Dequeue().Line;
                yield return line;
            }

            foreach (var (_, line) in beside) yield return line;
        }

        bool IsWanted(string name) =>
            string.CompareOrdinal(name, 0, first, 0, DaysLength) >= 0 && string.CompareOrdinal(name, 0, last, 0, DaysLength) <= 0;

        IEnumerable<(string At, ReadOnlyMemory<byte> Line)> Lines(string name)
        {
            cancellation.ThrowIfCancellationRequested();
            for (ReadOnlyMemory<byte> bytes = ReadFile(name); !bytes.IsEmpty;)
            {
                var end = bytes.Span.IndexOf((byte)'\n');
                var line = end < 0 ? bytes : bytes[..end];
                bytes = end < 0 ? default : bytes[(end + 1)..];

                // Where the machine lost its power, a line may be torn.
                if (MomentOf(line) is { } at && string.CompareOrdinal(at, first) >= 0 && string.CompareOrdinal(at, last) < 0) yield return (at, line);
            }
        }
    }

    private List<string> NamesToRead() => OnDisk(() => _disk.HasFolder(_folder) ? Names() : []);

    // It may have been put away meanwhile.
    private byte[] ReadFile(string name) => OnDisk(() =>
    {
        using var file = _disk.TryOpenToRead(Path.Combine(_folder, name));
        return file?.Read(0, checked((int)file.Length)) ?? [];
    });

    private T OnDisk<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            throw fault.ToStoreException("The audit trail could not be read", _folder);
        }
    }

    private static string? MomentOf(ReadOnlyMemory<byte> line)
    {
        try
        {
            return JsonElement.Parse(line.Span).TryGetProperty("at"u8, out var at) ? at.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Open(string day)
    {
        Close();
        _disk.CreateFolder(_folder);
        var ofDay = Names().Where(name => name.StartsWith(day, StringComparison.Ordinal) && name.AsSpan(NumberEnd).SequenceEqual(_ending)).ToList();
        _name = ofDay.Count == 0 ? NameOf(day, 1) : ofDay[^1];
        _file = _disk.Open(Path.Combine(_folder, _name));
        if (_file.Length >= _options.MaxBytes / FilesOfMaxBytes)
        {
            _file.Dispose();
            _name = NameOf(day, int.Parse(_name.AsSpan(NumberEnd - NumberLength, NumberLength), CultureInfo.InvariantCulture) + 1);
            _file = _disk.Open(Path.Combine(_folder, _name));
        }

        // After a torn line the next record stands on one of its own.
        if (IsTorn(_name)) _file.Append("\n"u8);
        _disk.FlushFolder(_folder);
        if (!_options.IsBesideOthers) PutAway(day);
    }

    private string NameOf(string day, int number) => string.Create(CultureInfo.InvariantCulture, $"{day}.{number:0000}{_ending}");

    private static bool IsOfCommand(string name) => name.Length > NumberEnd + Extension.Length;

    /// <summary>Deletes what is too old, and the oldest of what is too much.</summary>
    private void PutAway(string today)
    {
        var oldest = DateOnly.ParseExact(today, Days, CultureInfo.InvariantCulture).AddDays(-_options.Days).ToString(Days, CultureInfo.InvariantCulture);
        var names = Names();
        var bytes = names.Sum(LengthOf);
        foreach (var name in names.Where(name => name != _name))
        {
            if (string.CompareOrdinal(name, 0, oldest, 0, DaysLength) >= 0 && bytes <= _options.MaxBytes) break;
            bytes -= LengthOf(name);
            _disk.Delete(Path.Combine(_folder, name));
        }
    }

    private bool IsTorn(string name)
    {
        using var reader = _disk.TryOpenToRead(Path.Combine(_folder, name));
        return reader is { Length: > 0 and var length } && reader.Read(length - 1, 1) is not [(byte)'\n'];
    }

    private long LengthOf(string name)
    {
        using var reader = _disk.TryOpenToRead(Path.Combine(_folder, name));
        return reader?.Length ?? 0;
    }

    private List<string> Names() => [.. _disk.Files(_folder).Where(name => name.Length >= NumberEnd + Extension.Length && name.EndsWith(Extension, StringComparison.Ordinal))];

    private void Flush()
    {
        DiskFile? file;
        lock (_lock)
        {
            if (!_isDirty) return;
            (file, _isDirty) = (_file, false);
        }

        try
        {
            file?.Flush();
        }
        catch (ObjectDisposedException)
        {
            // Another file was opened meanwhile; this one was flushed before it was closed.
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            _options.OnFault(null, fault);
        }
    }

    private void Close()
    {
        try
        {
            _file?.Flush();
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            _options.OnFault(null, fault);
        }
        finally
        {
            _file?.Dispose();
            _file = null;
        }
    }
}
