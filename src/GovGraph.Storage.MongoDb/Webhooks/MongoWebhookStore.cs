using System.Collections.Immutable;
using System.Text.Json;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.Webhooks;

namespace GovGraph.Storage.MongoDb.Webhooks;

/// <summary>Webhooks in MongoDB, a document each. Nothing is searched by but the id, the revision and the lease, so the rest is one text.</summary>
internal sealed class MongoWebhookStore(MongoConnection connection) : WebhookStore
{
    public override async ValueTask<ImmutableArray<Webhook>> All(CancellationToken cancellation = default) => [.. await Find(_ => { }, cancellation).ConfigureAwait(false)];

    public override async ValueTask<Webhook?> Find(string id, CancellationToken cancellation = default) =>
        (await Find(filter => filter.String("_id"u8, id), cancellation).ConfigureAwait(false)).SingleOrDefault();

    public override async ValueTask<bool> Insert(Webhook webhook, CancellationToken cancellation = default)
    {
        using var writer = new BsonWriter();
        writer.Begin().String("_id"u8, webhook.Id);
        Write(writer, webhook);
        var document = writer.DateTime("leasedUntil"u8, DateTimeOffset.UnixEpoch).End().Written.ToArray();
        return await MongoStore.Guarded(() => connection.InsertNew(Collections.Webhooks, document, cancellation)).ConfigureAwait(false);
    }

    public override async ValueTask<bool> Replace(Webhook webhook, CancellationToken cancellation = default) => await Update(
        filter => filter.String("_id"u8, webhook.Id).Int64("revision"u8, webhook.Revision - 1),
        update => Write(update, webhook),
        cancellation).ConfigureAwait(false);

    public override async ValueTask<bool> Delete(string id, CancellationToken cancellation = default) =>
        await MongoStore.Guarded(() => connection.Run(new Delete(Collections.Webhooks, filter => filter.String("_id"u8, id)), cancellation)).ConfigureAwait(false) > 0;

    public override async ValueTask<bool> TryLease(string id, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation = default) => await Update(
        filter => filter.String("_id"u8, id).BeginArray("$or"u8)
            .BeginDocument().String("leaseHolder"u8, holder).End()
            .BeginDocument().BeginDocument("leasedUntil"u8).DateTime("$lt"u8, now).End().End()
            .End(),
        update => update.String("leaseHolder"u8, holder).DateTime("leasedUntil"u8, until),
        cancellation).ConfigureAwait(false);

    private async ValueTask<bool> Update(Action<BsonWriter> filter, Action<BsonWriter> set, CancellationToken cancellation) =>
        await MongoStore.Guarded(() => connection.Run(
            new FindAndModify(Collections.Webhooks, filter, update =>
            {
                update.BeginDocument("$set"u8);
                set(update);
                update.End();
            }),
            cancellation)).ConfigureAwait(false);

    private static void Write(BsonWriter writer, Webhook webhook) => writer.Int64("revision"u8, webhook.Revision).String("webhook"u8, webhook.ToJson());

    private async ValueTask<List<Webhook>> Find(Action<BsonWriter> filter, CancellationToken cancellation) =>
        await MongoStore.Guarded(() => connection.Run(
            new Find<Webhook>(Collections.Webhooks, filter, Read) { Only = ["webhook"], Sort = ["_id"] }, cancellation)).ConfigureAwait(false);

    private static Webhook Read(ReadOnlySpan<byte> document)
    {
        try
        {
            return BsonReader.TryFind(document, "webhook"u8, out var webhook) ? Webhook.FromJson(webhook.Utf8Bytes()) : throw new BsonException("A webhook has no member 'webhook'.");
        }
        catch (JsonException fault)
        {
            throw new BsonException($"A webhook can't be read: {fault.Message}");
        }
    }
}
