using GovGraph.Storage.MongoDb;

namespace GovGraph.Server;

/// <summary>Where plans are kept: in MongoDB where there is a connection string, else in the embedded store's folder.</summary>
internal sealed class StorageSettings
{
    private static readonly MongoSettings s_mongo = new() { ConnectionString = "" };

    /// <summary>The embedded store's folder; not used with a connection string.</summary>
    public string Path { get; init; } = "./data";

    /// <summary>mongodb://… or mongodb+srv://…; docs/mongodb.md says what may stand in it.</summary>
    public string ConnectionString { get; init; } = "";

    public string Database { get; init; } = s_mongo.Database;

    public int Connections { get; init; } = s_mongo.Connections;

    public TimeSpan ConnectTimeout { get; init; } = s_mongo.ConnectTimeout;

    public TimeSpan CommandTimeout { get; init; } = s_mongo.CommandTimeout;

    public bool IsMongo => ConnectionString.Length > 0;

    public MongoSettings Mongo => new()
    {
        ConnectionString = ConnectionString,
        Database = Database,
        Connections = Connections,
        ConnectTimeout = ConnectTimeout,
        CommandTimeout = CommandTimeout,
    };

    /// <summary>The store at a place that somebody typed: a connection string, or a folder.</summary>
    public static StorageSettings At(string place) => IsConnectionString(place) ? new() { ConnectionString = place } : new() { Path = place };

    /// <exception cref="StartException">A value would let no store be opened.</exception>
    public void Check()
    {
        if (Connections is < 1 or > 1000) throw Wrong(nameof(Connections), "from 1 to 1000", Connections);
        if (IsConnectionString(Path)) throw new StartException("the setting GovGraph__Storage__Path is the folder of the embedded store: put a connection string into GovGraph__Storage__ConnectionString.");
        CheckTime(nameof(ConnectTimeout), ConnectTimeout);
        CheckTime(nameof(CommandTimeout), CommandTimeout);
    }

    private static bool IsConnectionString(string place) =>
        place.StartsWith("mongodb://", StringComparison.Ordinal) || place.StartsWith("mongodb+srv://", StringComparison.Ordinal);

    private static void CheckTime(string name, TimeSpan time)
    {
        if (time < TimeSpan.FromMilliseconds(1) || time > TimeSpan.FromHours(1)) throw Wrong(name, "from 00:00:00.001 to 01:00:00", time);
    }

    private static StartException Wrong(string name, string expected, object value) =>
        new(FormattableString.Invariant($"the setting GovGraph__Storage__{name} must be {expected}, but it is {value}."));
}
