namespace GovGraph.Storage.MongoDb.Native;

/// <summary>What went wrong, as far as a caller acts on it.</summary>
internal enum MongoFault
{
    /// <summary>The connection string can't be used.</summary>
    Configuration,

    /// <summary>No server answered; nothing was sent.</summary>
    Unreachable,

    /// <summary>User name or password refused.</summary>
    Authentication,

    /// <summary>The user may not do this.</summary>
    NotAuthorized,

    /// <summary>More callers than connections for too long; nothing was sent.</summary>
    Overloaded,

    /// <summary>No answer in time; a write may have happened.</summary>
    TimedOut,

    /// <summary>The connection broke or the server changed its role; a write may have happened.</summary>
    Interrupted,

    /// <summary>The transaction ended before it was committed: nothing was written, and it may be run again.</summary>
    RolledBack,

    /// <summary>Written, but not on a majority; it may be lost in a failover.</summary>
    WriteConcern,

    /// <summary>A unique key exists already.</summary>
    DuplicateKey,

    /// <summary>Over the server's 16 MB for a document.</summary>
    TooLarge,

    /// <summary>The server refused the command for another reason.</summary>
    Server,
}
