using System.Text;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;

namespace GovGraph.Storage.MongoDb.Native;

/// <summary>What a call thread does: builds a command, hands it to the library and reads the reply where the library left it.</summary>
internal sealed unsafe partial class NativeCalls(PoolHandle pool, string database, MongoSettings settings, ServerErrors errors)
{
    private readonly byte[] _database = NulTerminated(database);

    public static PoolHandle OpenPool(ConnectionString connection)
    {
        BsonError error = default;
        var pool = new PoolHandle(LibMongoc.mongoc_client_pool_new_with_error(connection.Uri, &error));
        if (pool.IsInvalid)
        {
            pool.Dispose();
            throw new MongoException(MongoFault.Configuration,
                $"The MongoDB connection string (GovGraph__Storage__ConnectionString) can't be used: {connection.Masked(error.Text)}", error.Code);
        }
        // One domain for every server error; must come before the first lease.
        LibMongoc.mongoc_client_pool_set_error_api(pool, 2);
        if (!LibMongoc.mongoc_uri_has_option(connection.Uri, "appname"))
            LibMongoc.mongoc_client_pool_set_appname(pool, "GovGraph");
        return pool;
    }

    public TResult Send<TResult>(Command<TResult> command, Scratch scratch)
    {
        scratch.Options.Begin();
        if (command.Kind is CommandKind.Write or CommandKind.ReadWrite)
            scratch.Options.BeginDocument("writeConcern"u8).String("w"u8, "majority").Int64("wtimeout"u8, Milliseconds(settings.CommandTimeout)).End();
        var options = scratch.Options.End().Written;

        using var lease = Lease();
        byte* room = stackalloc byte[BsonT.Size * 2];
        BsonT* optionsBson = Aligned(room);
        fixed (byte* optionsBytes = options)
        {
            Wrap(optionsBson, optionsBytes, options.Length);
            return Send(lease, command, scratch.Body, optionsBson);
        }
    }

    private TResult Send<TResult>(LeaseHandle lease, Command<TResult> command, BsonWriter writer, BsonT* options)
    {
        writer.Begin();
        command.Build(writer);
        var body = writer.End().Written;
        byte* room = stackalloc byte[BsonT.Size * 3];
        BsonT* bodyBson = Aligned(room), reply = bodyBson + 1;
        BsonError error = default;
        fixed (byte* databaseName = command.Database is { } named ? NulTerminated(named) : _database)
        fixed (byte* bodyBytes = body)
        {
            Wrap(bodyBson, bodyBytes, body.Length);
            var client = lease.DangerousGetHandle();
            var isDone = command.Kind switch
            {
                CommandKind.Read => LibMongoc.mongoc_client_read_command_with_opts(client, databaseName, bodyBson, 0, options, reply, &error),
                CommandKind.Write => LibMongoc.mongoc_client_write_command_with_opts(client, databaseName, bodyBson, options, reply, &error),
                CommandKind.ReadWrite => LibMongoc.mongoc_client_read_write_command_with_opts(client, databaseName, bodyBson, 0, options, reply, &error),
                _ => LibMongoc.mongoc_client_command_simple(client, databaseName, bodyBson, 0, reply, &error),
            };
            try
            {
                if (!isDone)
                    throw IsLabelled(reply, s_transient) ? errors.RolledBack(error) : errors.From(error);
                var bytes = Bytes(reply);
                if (command.Kind is CommandKind.Write or CommandKind.ReadWrite)
                    errors.ThrowOnWriteErrors(bytes);
                return command.Read(bytes);
            }
            finally
            {
                // The library fills the reply after a failure too.
                LibMongoc.bson_destroy(reply);
            }
        }
    }

    public List<TResult> Fetch<TResult>(CursorCommand<TResult> command, Scratch scratch)
    {
        scratch.Body.Begin();
        command.Build(scratch.Body);
        var body = scratch.Body.End().Written;
        scratch.Options.Begin();
        command.BuildOptions(scratch.Options);
        scratch.Options.Int64("maxTimeMS"u8, Milliseconds(settings.CommandTimeout));
        var options = scratch.Options.End().Written;

        using var lease = Lease();
        byte* room = stackalloc byte[BsonT.Size * 3];
        BsonT* bodyBson = Aligned(room), optionsBson = bodyBson + 1;
        var results = new List<TResult>();
        fixed (byte* databaseName = _database)
        fixed (byte* name = NulTerminated(command.Collection))
        fixed (byte* bodyBytes = body)
        fixed (byte* optionsBytes = options)
        {
            Wrap(bodyBson, bodyBytes, body.Length);
            Wrap(optionsBson, optionsBytes, options.Length);
            var collection = LibMongoc.mongoc_client_get_collection(lease.DangerousGetHandle(), databaseName, name);
            using var cursor = new CursorHandle(
                command.Kind == CursorKind.Find
                    ? LibMongoc.mongoc_collection_find_with_opts(collection, bodyBson, optionsBson, 0)
                    : LibMongoc.mongoc_collection_aggregate(collection, 0, bodyBson, optionsBson, 0),
                collection,
                isChangeStream: false);
            BsonT* document;
            while (cursor.Next(&document))
                results.Add(command.Read(Bytes(document)));
            ThrowOnError(cursor);
        }
        return results;
    }

    /// <summary>Follows a change stream on the calling thread, with a connection of its own, for as long as it goes on.</summary>
    /// <param name="stream">What to follow, and from where.</param>
    /// <param name="scratch">Buffers of the calling thread.</param>
    /// <param name="onOpen">Called once the server sends whatever happens from then on.</param>
    /// <param name="onEvent">Called for each event.</param>
    /// <param name="goesOn">Asked after each wait.</param>
    public void Follow(ChangeStream stream, Scratch scratch, Action onOpen, Action<ChangeEvent> onEvent, Func<bool> goesOn)
    {
        scratch.Body.Begin();
        ChangeStream.Build(scratch.Body);
        var body = scratch.Body.End().Written;
        scratch.Options.Begin();
        stream.BuildOptions(scratch.Options);
        var options = scratch.Options.End().Written;

        using var lease = Lease();
        byte* room = stackalloc byte[BsonT.Size * 3];
        BsonT* bodyBson = Aligned(room), optionsBson = bodyBson + 1;
        fixed (byte* databaseName = _database)
        fixed (byte* name = NulTerminated(ChangeStream.Collection))
        fixed (byte* bodyBytes = body)
        fixed (byte* optionsBytes = options)
        {
            Wrap(bodyBson, bodyBytes, body.Length);
            Wrap(optionsBson, optionsBytes, options.Length);
            var collection = LibMongoc.mongoc_client_get_collection(lease.DangerousGetHandle(), databaseName, name);
            using var cursor = new CursorHandle(LibMongoc.mongoc_collection_watch(collection, bodyBson, optionsBson), collection, isChangeStream: true);
            ThrowOnError(cursor);
            onOpen();
            BsonT* document;
            while (goesOn())
            {
                while (cursor.Next(&document))
                    onEvent(ChangeStream.Read(Bytes(document)));
                ThrowOnError(cursor);
            }
        }
    }

    private void ThrowOnError(CursorHandle cursor)
    {
        BsonError error = default;
        BsonT* reply;
        if (cursor.Error(&error, &reply))
            throw errors.From(error);
    }

    private LeaseHandle Lease()
    {
        var lease = LeaseHandle.Take(pool);
        if (!lease.IsInvalid)
            return lease;
        lease.Dispose();
        throw errors.NotStarted();
    }

    private static ReadOnlySpan<byte> Bytes(BsonT* document) => new(LibMongoc.bson_get_data(document), (int)document->Length);

    private static BsonT* Aligned(byte* room) => (BsonT*)(((nuint)room + BsonT.Size - 1) & ~(nuint)(BsonT.Size - 1));

    private static void Wrap(BsonT* document, byte* bytes, int length)
    {
        if (!LibMongoc.bson_init_static(document, bytes, (nuint)length))
            throw new BsonException("The library does not take these bytes for BSON.");
    }

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    private static byte[] NulTerminated(string name) => Encoding.UTF8.GetBytes(name + '\0');
}
