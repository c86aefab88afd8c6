using GovGraph.Storage.Contents;

namespace GovGraph.Storage.MongoDb.Contents;

/// <summary>A content that lies in blocks, of which one at a time is read.</summary>
/// <param name="ends">Where each block ends; the last one ends the content.</param>
/// <param name="read">Reads a block by its number; null where it is not there.</param>
internal sealed class BlockStream(IReadOnlyList<long> ends, Func<int, CancellationToken, Task<byte[]?>> read) : ContentStream
{
    private int _held = -1;
    private byte[] _block = [];

    public override long Length { get; } = ends.Count == 0 ? 0 : ends[^1];

    protected override async ValueTask<int> ReadAt(long offset, Memory<byte> into, CancellationToken cancellation)
    {
        var number = Find(offset);
        if (number != _held)
        {
            (_block, _held) = (await read(number, cancellation).ConfigureAwait(false) ?? [], number);
            if (_block.Length != ends[number] - Start(number))
                throw new StoreException("A part of the file is missing in the database, or was taken away while it was read.");
        }
        var rest = _block.AsMemory((int)(offset - Start(number)));
        var count = Math.Min(rest.Length, into.Length);
        rest[..count].CopyTo(into);
        return count;
    }

    private long Start(int number) => number == 0 ? 0 : ends[number - 1];

    // The first block that ends behind the place.
    private int Find(long offset)
    {
        var (low, high) = (0, ends.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ends[middle] > offset)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
