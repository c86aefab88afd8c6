namespace GovGraph.Storage.Contents;

/// <summary>A content to read, from any place on.</summary>
public abstract class ContentStream : Stream
{
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Position
    {
        get => position;
        set => position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A place is 0 or more.");
    }

    /// <summary>Reads some bytes from a place on; 0 at the end only.</summary>
    protected abstract ValueTask<int> ReadAt(long offset, Memory<byte> into, CancellationToken cancellation);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || position >= Length)
        {
            return 0;
        }

        var count = await ReadAt(position, buffer, cancellationToken).ConfigureAwait(false);
        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => Length + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("It may lie on another machine: use ReadAsync.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A content never changes.");

    public override void SetLength(long value) => throw new NotSupportedException("A content never changes.");

    public override void Flush()
    {
    }
}
