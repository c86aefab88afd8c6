using GovGraph.Storage.MongoDb.Commands;

namespace GovGraph.Storage.MongoDb.Native;

/// <summary>Transactions, by the library's own sessions: https://github.com/mongodb/specifications/blob/master/source/transactions/transactions.md.</summary>
internal sealed unsafe partial class NativeCalls
{
    // The library itself asks twice each time.
    private const int Commits = 3;
    private const int Primary = 1;

    private static readonly byte[] s_transient = NulTerminated("TransientTransactionError");
    private static readonly byte[] s_unknown = NulTerminated("UnknownTransactionCommitResult");

    /// <summary>Runs a transaction once; false where a command found no document, and then nothing is written.</summary>
    /// <param name="transaction">What is to happen together.</param>
    /// <param name="scratch">Buffers of the calling thread.</param>
    /// <param name="gone">Set when nobody waits any more: what is not being committed by then is aborted.</param>
    /// <exception cref="MongoException"><see cref="MongoFault.RolledBack"/>: nothing is written, and it may be run again.</exception>
    public bool Transact(Transaction transaction, Scratch scratch, CancellationToken gone)
    {
        using var lease = Lease();
        using var session = Begin(lease);
        byte* room = stackalloc byte[BsonT.Size * 2];
        BsonT* options = Aligned(room);
        LibMongoc.bson_init(options);
        try
        {
            BsonError error = default;
            if (!LibMongoc.mongoc_client_session_append(session, options, &error))
                throw errors.From(error);
            for (var i = 0; i < transaction.Commands.Count; i++)
            {
                if (gone.IsCancellationRequested)
                    throw errors.GivenUp();
                if (!Send(lease, transaction.Commands[i], scratch, options, i))
                    return false;
            }
            if (gone.IsCancellationRequested)
                throw errors.GivenUp();
            Commit(session, gone);
            return true;
        }
        finally
        {
            LibMongoc.bson_destroy(options);
        }
    }

    private bool Send(LeaseHandle lease, FindAndModify command, Scratch scratch, BsonT* options, int place)
    {
        try
        {
            return Send(lease, command, scratch.Body, options);
        }
        catch (MongoException fault)
        {
            throw new MongoException(fault.Fault, fault.Message, fault.Code, fault) { Place = place };
        }
    }

    private SessionHandle Begin(LeaseHandle lease)
    {
        BsonError error = default;
        var session = new SessionHandle(LibMongoc.mongoc_client_start_session(lease.DangerousGetHandle(), 0, &error));
        // Named, since the connection string may ask for what a transaction can't have.
        var options = LibMongoc.mongoc_transaction_opts_new();
        var (read, write, primary) = (LibMongoc.mongoc_read_concern_new(), LibMongoc.mongoc_write_concern_new(), LibMongoc.mongoc_read_prefs_new(Primary));
        try
        {
            LibMongoc.mongoc_read_concern_set_level(read, "snapshot");
            LibMongoc.mongoc_write_concern_set_wmajority(write, (int)Milliseconds(settings.CommandTimeout));
            LibMongoc.mongoc_transaction_opts_set_read_concern(options, read);
            LibMongoc.mongoc_transaction_opts_set_write_concern(options, write);
            LibMongoc.mongoc_transaction_opts_set_read_prefs(options, primary);
            LibMongoc.mongoc_transaction_opts_set_max_commit_time_ms(options, Milliseconds(settings.CommandTimeout));
            if (!session.IsInvalid && LibMongoc.mongoc_client_session_start_transaction(session, options, &error))
                return session;
            session.Dispose();
            throw errors.From(error);
        }
        finally
        {
            LibMongoc.mongoc_read_prefs_destroy(primary);
            LibMongoc.mongoc_write_concern_destroy(write);
            LibMongoc.mongoc_read_concern_destroy(read);
            LibMongoc.mongoc_transaction_opts_destroy(options);
        }
    }

    private void Commit(SessionHandle session, CancellationToken gone)
    {
        byte* room = stackalloc byte[BsonT.Size * 2];
        BsonT* reply = Aligned(room);
        for (var attempt = 1; ; attempt++)
        {
            BsonError error = default;
            var isDone = LibMongoc.mongoc_client_session_commit_transaction(session, reply, &error);
            try
            {
                if (isDone)
                {
                    errors.ThrowOnWriteErrors(Bytes(reply));
                    return;
                }
                if (!IsLabelled(reply, s_unknown))
                    throw IsLabelled(reply, s_transient) ? errors.RolledBack(error) : errors.From(error);
                // Whoever commits again is told what became of it.
                if (attempt == Commits || gone.IsCancellationRequested)
                    throw errors.NotConfirmed(error);
            }
            finally
            {
                LibMongoc.bson_destroy(reply);
            }
        }
    }

    private static bool IsLabelled(BsonT* reply, byte[] label)
    {
        fixed (byte* text = label)
            return LibMongoc.mongoc_error_has_label(reply, text);
    }
}
