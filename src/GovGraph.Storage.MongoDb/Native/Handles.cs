using System.Runtime.InteropServices;

namespace GovGraph.Storage.MongoDb.Native;

/// <summary>mongoc_uri_t.</summary>
internal sealed class UriHandle : SafeHandle
{
    public UriHandle(nint uri) : base(0, ownsHandle: true) => SetHandle(uri);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        LibMongoc.mongoc_uri_destroy(handle);
        return true;
    }
}

/// <summary>mongoc_client_pool_t; destroyed when the last lease has come back, even if disposed earlier.</summary>
internal sealed class PoolHandle : SafeHandle
{
    public PoolHandle(nint pool) : base(0, ownsHandle: true) => SetHandle(pool);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        LibMongoc.mongoc_client_pool_destroy(handle);
        return true;
    }
}

/// <summary>A mongoc_client_t taken from the pool; goes back when disposed.</summary>
internal sealed class LeaseHandle : SafeHandle
{
    private readonly PoolHandle _pool;

    private LeaseHandle(PoolHandle pool) : base(0, ownsHandle: true) => _pool = pool;

    public override bool IsInvalid => handle == 0;

    /// <summary>Waits for a free client up to waitQueueTimeoutMS; invalid when none became free.</summary>
    public static LeaseHandle Take(PoolHandle pool)
    {
        var lease = new LeaseHandle(pool);
        var held = false;
        // Throws ObjectDisposedException on a pool that was closed, and keeps it alive until the lease is back.
        pool.DangerousAddRef(ref held);
        lease.SetHandle(LibMongoc.mongoc_client_pool_pop(pool.DangerousGetHandle()));
        if (lease.IsInvalid)
            pool.DangerousRelease();
        return lease;
    }

    protected override bool ReleaseHandle()
    {
        LibMongoc.mongoc_client_pool_push(_pool.DangerousGetHandle(), handle);
        _pool.DangerousRelease();
        return true;
    }
}

/// <summary>mongoc_cursor_t or mongoc_change_stream_t with its collection; both must go before the client that they were opened on.</summary>
internal sealed class CursorHandle : SafeHandle
{
    private readonly nint _collection;
    private readonly bool _isChangeStream;

    public CursorHandle(nint cursor, nint collection, bool isChangeStream) : base(0, ownsHandle: true)
    {
        _collection = collection;
        _isChangeStream = isChangeStream;
        SetHandle(cursor);
    }

    public override bool IsInvalid => handle == 0;

    public unsafe bool Next(BsonT** document) => _isChangeStream
        ? LibMongoc.mongoc_change_stream_next(handle, document)
        : LibMongoc.mongoc_cursor_next(handle, document);

    public unsafe bool Error(BsonError* error, BsonT** reply) => _isChangeStream
        ? LibMongoc.mongoc_change_stream_error_document(handle, error, reply)
        : LibMongoc.mongoc_cursor_error_document(handle, error, reply);

    protected override bool ReleaseHandle()
    {
        if (_isChangeStream)
            LibMongoc.mongoc_change_stream_destroy(handle);
        else
            LibMongoc.mongoc_cursor_destroy(handle);
        LibMongoc.mongoc_collection_destroy(_collection);
        return true;
    }
}

/// <summary>A mongoc_client_session_t; must go before the client that it was started on. What is not committed then is aborted.</summary>
internal sealed class SessionHandle : SafeHandle
{
    public SessionHandle(nint session) : base(0, ownsHandle: true) => SetHandle(session);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        LibMongoc.mongoc_client_session_destroy(handle);
        return true;
    }
}
