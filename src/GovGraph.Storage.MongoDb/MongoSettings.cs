namespace GovGraph.Storage.MongoDb;

/// <summary>Where MongoDB is and how long to wait for it.</summary>
public sealed record MongoSettings
{
    /// <summary>mongodb://… or mongodb+srv://…; options given there win over the times below.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Used where the connection string names no database.</summary>
    public string Database { get; init; } = "govgraph";

    /// <summary>Commands that run at the same time; each has a thread and a connection of its own.</summary>
    public int Connections { get; init; } = 16;

    /// <summary>How long a server may take to be found and to let us in.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the server may work on one command.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>No caller waits longer than this, whatever the network does.</summary>
    public TimeSpan CallerTimeout => ConnectTimeout + CommandTimeout;
}
