using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;

namespace GovGraph.Storage.MongoDb.Contents;

/// <summary>Lets what one owner begins count as done one after the other, whatever servers it comes to.</summary>
/// <remarks>
/// a. Read how often the owner has begun something. b. Look, and begin. c. Count one up, if nobody else did since a: whoever reads the new number sees what was begun.
/// Otherwise what was looked at is old: take it back and look again.
/// </remarks>
internal sealed class UploadTurns(MongoConnection connection) : IDisposable
{
    // Callers of this process would only meet each other.
    private readonly SemaphoreSlim _one = new(1);

    /// <param name="owner">Whose turn it is.</param>
    /// <param name="begin">Looks, and begins; null where it has begun, otherwise why not.</param>
    /// <param name="takeBack">Undoes what was begun.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    public async Task<T> Run<T>(string owner, Func<Task<T>> begin, Func<ValueTask> takeBack, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            while (true)
            {
                var begun = await Begun(owner, cancellation).ConfigureAwait(false);
                var refusal = await begin().ConfigureAwait(false);
                if (refusal is not null || await TryCount(owner, begun).ConfigureAwait(false))
                    return refusal;
                await takeBack().ConfigureAwait(false);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<long> Begun(string owner, CancellationToken cancellation)
    {
        var find = new Find<long>(
            Collections.UploadOwners, filter => filter.String("_id"u8, owner), document => BsonReader.TryFind(document, "begun"u8, out var begun) ? begun.Int64() : 0);
        var found = await connection.Run(find, cancellation).ConfigureAwait(false);
        if (found.Count > 0)
            return found[0];
        try
        {
            using var writer = new BsonWriter();
            await connection.Run(new Insert(Collections.UploadOwners, writer.Begin().String("_id"u8, owner).Int64("begun"u8, 0).End().Written.ToArray()), cancellation).ConfigureAwait(false);
        }
        catch (MongoException fault) when (fault.Fault == MongoFault.DuplicateKey)
        {
            // Another server has made it.
        }
        return 0;
    }

    private Task<bool> TryCount(string owner, long begun) => connection.Run(
        new FindAndModify(
            Collections.UploadOwners,
            filter => filter.String("_id"u8, owner).Int64("begun"u8, begun),
            change => change.BeginDocument("$set"u8).Int64("begun"u8, begun + 1).End()),
        CancellationToken.None);
}
