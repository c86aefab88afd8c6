namespace GovGraph.Storage.MongoDb;

/// <summary>What was found behind the connection string when the store was opened.</summary>
public sealed record MongoStartup
{
    public required string ServerVersion { get; init; }

    public required string LibraryVersion { get; init; }

    public required string Hosts { get; init; }

    public required string Database { get; init; }

    /// <summary>The replica set's name; null for a standalone server and for shards.</summary>
    public string? ReplicaSet { get; init; }

    public bool IsSharded { get; init; }

    /// <summary>How many indexes there are now.</summary>
    public int Indexes { get; init; }

    /// <summary>How many of them were missing and were made.</summary>
    public int MadeIndexes { get; init; }

    public int Plans { get; init; }

    public int Tasks { get; init; }

    public string Deployment => ReplicaSet is { } set ? $"replica set {set}" : IsSharded ? "sharded cluster" : "standalone server";

    /// <summary>How changes of other processes are seen.</summary>
    public string Watching => HasChangeStreams ? "change streams" : "polling, since only a replica set has change streams";

    internal bool HasSessions { get; init; }

    internal bool HasChangeStreams => ReplicaSet is not null || IsSharded;

    internal bool HasTransactions => HasChangeStreams && HasSessions;
}
