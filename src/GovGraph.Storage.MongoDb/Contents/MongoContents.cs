using System.Globalization;
using GovGraph.Storage.Contents;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;

namespace GovGraph.Storage.MongoDb.Contents;

/// <summary>Contents in GridFS's layout, each once; the pieces of an upload in a collection of their own until all have arrived.</summary>
/// <remarks>
/// No transaction is needed. A piece is one document whose id is its place, so of two requests that send the same place one is refused.
/// The chunks of a file are written under an id that nobody else uses, and its document last: an interrupted one is not seen.
/// </remarks>
internal sealed class MongoContents(MongoConnection connection, TimeProvider time) : ContentStore, IDisposable
{
    private const int ExpiredAtOnce = 1000;

    private readonly UploadTurns _turns = new(connection);

    public override async ValueTask Begin(FileUpload upload, CancellationToken cancellation = default) =>
        await MongoStore.Guarded(() => connection.Run(new Insert(Collections.Uploads, UploadBson.Write(upload)), cancellation)).ConfigureAwait(false);

    public override async ValueTask<(FileUpload? There, UploadUsage Usage)> TryBegin(FileUpload upload, DateTimeOffset now, FileLimits limits, CancellationToken cancellation = default) =>
        await MongoStore.Guarded(() => _turns.Run<(FileUpload?, UploadUsage)?>(
            upload.Owner,
            async () =>
            {
                while (true)
                {
                    // Only a key gives an id a second time.
                    if (upload.Input is not null && await Find(upload.Id, cancellation).ConfigureAwait(false) is { } there)
                        return (there, default);
                    var usage = await UsageOf(upload.Owner, now, cancellation).ConfigureAwait(false);
                    if (!usage.HasRoomFor(upload, limits))
                        return (null, usage);
                    if (await connection.InsertNew(Collections.Uploads, UploadBson.Write(upload), cancellation).ConfigureAwait(false))
                        return null;
                }
            },
            () => Drop(upload.Id, CancellationToken.None),
            cancellation)).ConfigureAwait(false) ?? (upload, default);

    public override async ValueTask<FileUpload?> Find(string id, CancellationToken cancellation = default) => (await MongoStore.Guarded(() => connection.Run(
        new Find<FileUpload>(Collections.Uploads, filter => filter.String("_id"u8, id), UploadBson.Read), cancellation)).ConfigureAwait(false)).FirstOrDefault();

    public override async ValueTask<UploadUsage> UsageOf(string owner, DateTimeOffset moment, CancellationToken cancellation = default)
    {
        var own = await MongoStore.Guarded(() => connection.Run(
            new Find<FileUpload>(Collections.Uploads, filter => filter.String("owner"u8, owner).BeginDocument("expiresAt"u8).DateTime("$gt"u8, moment).End(), UploadBson.Read),
            cancellation)).ConfigureAwait(false);
        return new UploadUsage(own.Count(upload => !upload.IsFinished), own.Sum(upload => upload.Size));
    }

    public override async ValueTask<bool> Append(string id, long offset, ReadOnlyMemory<byte> piece, CancellationToken cancellation = default) =>
        await MongoStore.Guarded(async () =>
        {
            if (await Find(id, cancellation).ConfigureAwait(false) is not { IsFinished: false } upload || upload.Received != offset)
                return false;
            try
            {
                await connection.Run(new Insert(Collections.Pieces, Piece(id, offset, piece.Span)), cancellation).ConfigureAwait(false);
            }
            catch (MongoException fault) when (fault.Fault == MongoFault.DuplicateKey)
            {
                // Another request was quicker, or an earlier one was cut short before it could say so in the upload.
                if (await LengthOf(id, offset, cancellation).ConfigureAwait(false) is { } length)
                    await Received(id, offset + length, cancellation).ConfigureAwait(false);
                return false;
            }
            await Received(id, offset + piece.Length, cancellation).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);

    public override async ValueTask<ContentStream> OpenReceived(FileUpload upload, CancellationToken cancellation = default) => await MongoStore.Guarded(async () =>
    {
        if (upload.IsFinished && await Open(upload.Sha256, cancellation).ConfigureAwait(false) is { } content)
            return content;
        var pieces = await connection.Run(
            new Find<(string Id, long End)>(Collections.Pieces, filter => Of(filter, upload.Id), ReadEnd) { Only = ["length"], Sort = ["_id"] }, cancellation).ConfigureAwait(false);
        return new BlockStream([.. pieces.Select(piece => piece.End)], (n, stop) => ReadData(Collections.Pieces, filter => filter.String("_id"u8, pieces[n].Id), stop));
    }).ConfigureAwait(false);

    public override async ValueTask Finish(FileUpload upload, string mediaType, CancellationToken cancellation = default) => await MongoStore.Guarded(async () =>
    {
        while (!await KeepLonger(upload, cancellation).ConfigureAwait(false))
        {
            if (await WriteFile(upload, mediaType, cancellation).ConfigureAwait(false))
                break;
        }

        await Change(upload.Id, change => change.BeginDocument("$set"u8).String("mediaType"u8, mediaType).End(), cancellation).ConfigureAwait(false);
        return await connection.Run(new Delete(Collections.Pieces, filter => Of(filter, upload.Id)), cancellation).ConfigureAwait(false);
    }).ConfigureAwait(false);

    public override async ValueTask Drop(string id, CancellationToken cancellation = default) => await MongoStore.Guarded(async () =>
    {
        var count = await connection.Run(
            new Delete(Collections.Uploads, filter => filter.String("_id"u8, id).BeginDocument("mediaType"u8).Boolean("$exists"u8, false).End()), cancellation).ConfigureAwait(false);
        return count == 0 ? 0 : await connection.Run(new Delete(Collections.Pieces, filter => Of(filter, id)), cancellation).ConfigureAwait(false);
    }).ConfigureAwait(false);

    public override async ValueTask<ContentStream?> Open(string sha256, CancellationToken cancellation = default) =>
        await FileOf(sha256, cancellation).ConfigureAwait(false) is not { } file
            ? null
            : new BlockStream(
                [.. Enumerable.Range(1, Chunks(file.Length)).Select(n => Math.Min((long)n * GridFile.ChunkLength, file.Length))],
                (n, stop) => ReadData(Collections.Chunks, filter => filter.ObjectId("files_id"u8, file.Id).Int32("n"u8, n), stop));

    public override async ValueTask<int> Expire(DateTimeOffset moment, CancellationToken cancellation = default)
    {
        var expired = await MongoStore.Guarded(() => connection.Run(
            new Find<Expired>(Collections.Uploads, filter => filter.BeginDocument("expiresAt"u8).DateTime("$lte"u8, moment).End(), Expired.Read) { Limit = ExpiredAtOnce },
            cancellation)).ConfigureAwait(false);
        foreach (var (upload, written) in expired)
            await MongoStore.Guarded(() => Forget(upload, written, moment, cancellation)).ConfigureAwait(false);
        return expired.Count;
    }

    public void Dispose() => _turns.Dispose();

    private async Task<long> Forget(FileUpload upload, IReadOnlyList<byte[]> written, DateTimeOffset moment, CancellationToken cancellation)
    {
        if (upload.IsFinished && await FileOf(upload.Sha256, cancellation).ConfigureAwait(false) is { } file && !await IsNamed(upload.Sha256, cancellation).ConfigureAwait(false))
        {
            // Noted before, so that its chunks are found should this be cut short.
            await Change(upload.Id, change => change.BeginDocument("$addToSet"u8).ObjectId("written"u8, file.Id).End(), cancellation).ConfigureAwait(false);

            // Another upload of the same content may want it longer.
            await connection.Run(
                new Delete(Collections.Files, filter => filter.ObjectId("_id"u8, file.Id).BeginDocument("metadata.keptUntil"u8).DateTime("$lte"u8, moment).End()),
                cancellation).ConfigureAwait(false);
            written = [.. written, file.Id];
        }

        foreach (var id in written)
            await DeleteChunksWithoutFile(id, cancellation).ConfigureAwait(false);
        await connection.Run(new Delete(Collections.Pieces, filter => Of(filter, upload.Id)), cancellation).ConfigureAwait(false);
        return await connection.Run(new Delete(Collections.Uploads, filter => filter.String("_id"u8, upload.Id)), cancellation).ConfigureAwait(false);
    }

    private async Task DeleteChunksWithoutFile(byte[] id, CancellationToken cancellation)
    {
        var files = await connection.Run(new Find<GridFile>(Collections.Files, filter => filter.ObjectId("_id"u8, id), GridFile.Read), cancellation).ConfigureAwait(false);
        if (files.Count == 0)
            await connection.Run(new Delete(Collections.Chunks, filter => filter.ObjectId("files_id"u8, id)), cancellation).ConfigureAwait(false);
    }

    // False where there is no such file: whoever takes it away looks at the same member in the same write.
    private Task<bool> KeepLonger(FileUpload upload, CancellationToken cancellation) => connection.Run(
        new FindAndModify(
            Collections.Files,
            filter => filter.String("metadata.sha256"u8, upload.Sha256),
            change => change.BeginDocument("$max"u8).DateTime("metadata.keptUntil"u8, upload.ExpiresAt).End()),
        cancellation);

    // False where somebody else has written the same content meanwhile.
    private async Task<bool> WriteFile(FileUpload upload, string mediaType, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var id = GridFile.NewId(now);
        await Change(upload.Id, change => change.BeginDocument("$addToSet"u8).ObjectId("written"u8, id).End(), cancellation).ConfigureAwait(false);
        await using (var content = await OpenReceived(upload, cancellation).ConfigureAwait(false))
        {
            var chunk = new byte[GridFile.ChunkLength];
            for (var n = 0; n < Chunks(upload.Size); n++)
            {
                var count = await content.ReadAtLeastAsync(chunk, chunk.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
                await connection.Run(new Insert(Collections.Chunks, GridFile.Chunk(id, n, chunk.AsSpan(0, count), now)), cancellation).ConfigureAwait(false);
            }
        }

        try
        {
            var document = GridFile.Document(id, upload.Size, now, upload.Name, upload.Sha256, mediaType, upload.ExpiresAt);
            return await connection.Run(new Insert(Collections.Files, document), cancellation).ConfigureAwait(false);
        }
        catch (MongoException fault) when (fault.Fault == MongoFault.DuplicateKey)
        {
            await connection.Run(new Delete(Collections.Chunks, filter => filter.ObjectId("files_id"u8, id)), cancellation).ConfigureAwait(false);
            return false;
        }
    }

    private async Task<GridFile?> FileOf(string sha256, CancellationToken cancellation) => (await MongoStore.Guarded(() => connection.Run(
        new Find<GridFile>(Collections.Files, filter => filter.String("metadata.sha256"u8, sha256), GridFile.Read), cancellation)).ConfigureAwait(false)).FirstOrDefault();

    private async Task<bool> IsNamed(string sha256, CancellationToken cancellation)
    {
        var naming = await connection.Run(
            new Find<bool>(Collections.Plans, filter => Naming(filter, sha256), _ => true) { Only = ["_id"], Limit = 1 }, cancellation).ConfigureAwait(false);
        return naming.Count > 0;
    }

    private static void Naming(BsonWriter filter, string sha256)
    {
        filter.BeginArray("$or"u8);
        filter.BeginDocument().String("areas.tasks.evidence.sha256"u8, sha256).End();
        filter.BeginDocument().String("areas.components.tasks.evidence.sha256"u8, sha256).End();
        filter.End();
    }

    private Task<bool> Received(string id, long received, CancellationToken cancellation) => Change(
        id, change => change.BeginDocument("$max"u8).Int64("received"u8, received).End().BeginDocument("$inc"u8).Int32("pieces"u8, 1).End(), cancellation);

    private Task<bool> Change(string id, Action<BsonWriter> change, CancellationToken cancellation) =>
        connection.Run(new FindAndModify(Collections.Uploads, filter => filter.String("_id"u8, id), change), cancellation);

    private async Task<long?> LengthOf(string id, long offset, CancellationToken cancellation)
    {
        var pieces = await connection.Run(
            new Find<(string Id, long End)>(Collections.Pieces, filter => filter.String("_id"u8, PieceId(id, offset)), ReadEnd) { Only = ["length"] }, cancellation).ConfigureAwait(false);
        return pieces.Count == 0 ? null : pieces[0].End - offset;
    }

    private async Task<byte[]?> ReadData(string collection, Action<BsonWriter> filter, CancellationToken cancellation)
    {
        var found = await MongoStore.Guarded(() => connection.Run(
            new Find<byte[]>(collection, filter, document => BsonReader.TryFind(document, "data"u8, out var data) ? data.Binary().ToArray() : []) { Only = ["data"] },
            cancellation)).ConfigureAwait(false);
        return found.FirstOrDefault();
    }

    private static byte[] Piece(string id, long offset, ReadOnlySpan<byte> data)
    {
        using var writer = new BsonWriter();
        return writer.Begin().String("_id"u8, PieceId(id, offset)).Int64("length"u8, data.Length).Binary("data"u8, data).End().Written.ToArray();
    }

    // So many digits that they stand in the order of the places.
    private static string PieceId(string id, long offset) => string.Create(CultureInfo.InvariantCulture, $"{id}/{offset:d15}");

    private static (string Id, long End) ReadEnd(ReadOnlySpan<byte> document)
    {
        if (!BsonReader.TryFind(document, "_id"u8, out var key) || !BsonReader.TryFind(document, "length"u8, out var length))
            throw Documents.DocumentValues.Missing("_id or length");
        var id = key.String();
        return (id, long.Parse(id.AsSpan(FileUpload.IdLength + 1), NumberStyles.None, CultureInfo.InvariantCulture) + length.Int64());
    }

    // '0' comes behind '/'.
    private static void Of(BsonWriter filter, string id) => filter.BeginDocument("_id"u8).String("$gte"u8, $"{id}/").String("$lt"u8, $"{id}0").End();

    private static int Chunks(long length) => (int)((length + GridFile.ChunkLength - 1) / GridFile.ChunkLength);

    /// <summary>An upload, and the files that it has begun to write.</summary>
    private sealed record Expired(FileUpload Upload, IReadOnlyList<byte[]> Written)
    {
        public static Expired Read(ReadOnlySpan<byte> document)
        {
            var written = new List<byte[]>();
            if (BsonReader.TryFind(document, "written"u8, out var list))
                for (var items = list.Enter(); items.Next();)
                    written.Add(items.ObjectId().ToArray());
            return new Expired(UploadBson.Read(document), written);
        }
    }
}
