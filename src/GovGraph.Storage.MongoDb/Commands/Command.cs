using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Commands;

/// <summary>How the library treats a command: where it is sent, and whether it may be sent twice.</summary>
internal enum CommandKind
{
    /// <summary>As it is, to the primary.</summary>
    Plain,

    /// <summary>Retried once by the library where the connection breaks.</summary>
    Read,

    /// <summary>Acknowledged by a majority; never sent twice.</summary>
    Write,

    /// <summary>findAndModify: acknowledged by a majority, and retried once by the library where the server can tell a retry.</summary>
    ReadWrite,
}

/// <summary>One server command: what is sent, and what its reply means.</summary>
internal abstract class Command<TResult>
{
    public abstract CommandKind Kind { get; }

    /// <summary>The database it runs in; null for the store's own.</summary>
    public virtual string? Database => null;

    /// <summary>Writes the elements of the command, its name first.</summary>
    public abstract void Build(BsonWriter command);

    /// <summary>Reads what is kept of the reply, which lies in native memory and is gone afterwards.</summary>
    public abstract TResult Read(ReadOnlySpan<byte> reply);
}

/// <summary>A command that answers with a cursor; the library fetches the batches after the first (getMore) on the server and in the session that opened it.</summary>
internal abstract class CursorCommand<TResult>
{
    public abstract CursorKind Kind { get; }

    public abstract string Collection { get; }

    /// <summary>Writes the filter or the pipeline.</summary>
    public abstract void Build(BsonWriter body);

    public abstract void BuildOptions(BsonWriter options);

    /// <summary>Reads one document, which lies in native memory and is gone afterwards.</summary>
    public abstract TResult Read(ReadOnlySpan<byte> document);
}

internal enum CursorKind
{
    Find,
    Aggregate,
}
