using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace GovGraph.Storage.MongoDb.Native;

/// <summary>A connection string that has been checked, with our time-outs where it names none; never shows its password.</summary>
internal sealed class ConnectionString : IDisposable
{
    // https://www.mongodb.com/docs/manual/reference/connection-string-options/ as far as libmongoc knows them.
    // The library ignores an option that it does not know: a misspelt `tls` would silently send passwords in the open.
    private static readonly FrozenSet<string> KnownOptions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "appName", "authMechanism", "authMechanismProperties", "authSource", "compressors", "connectTimeoutMS", "directConnection",
        "gssapiServiceName", "heartbeatFrequencyMS", "journal", "loadBalanced", "localThresholdMS", "maxIdleTimeMS", "maxPoolSize",
        "maxStalenessSeconds", "minPoolSize", "readConcernLevel", "readPreference", "readPreferenceTags", "replicaSet", "retryReads",
        "retryWrites", "safe", "serverMonitoringMode", "serverSelectionTimeoutMS", "serverSelectionTryOnce", "slaveOk",
        "socketCheckIntervalMS", "socketTimeoutMS", "srvMaxHosts", "srvServiceName", "ssl", "tls", "tlsAllowInvalidCertificates",
        "tlsAllowInvalidHostnames", "tlsCAFile", "tlsCertificateKeyFile", "tlsCertificateKeyFilePassword",
        "tlsDisableCertificateRevocationCheck", "tlsDisableOCSPEndpointCheck", "tlsInsecure", "w", "waitQueueTimeoutMS", "wTimeoutMS",
        "zlibCompressionLevel");

    private static readonly SearchValues<char> NotInDatabaseNames = SearchValues.Create("/\\. \"$*<>:|?\0");

    private readonly string? _password;

    private ConnectionString(UriHandle uri, string hosts, MongoSettings settings)
    {
        Uri = uri;
        Hosts = hosts;
        Database = Text(LibMongoc.mongoc_uri_get_database(uri)) is { Length: > 0 } named ? named : settings.Database;
        User = Text(LibMongoc.mongoc_uri_get_username(uri));
        _password = Text(LibMongoc.mongoc_uri_get_password(uri));
        AuthSource = Text(LibMongoc.mongoc_uri_get_auth_source(uri));
        ReplicaSet = Text(LibMongoc.mongoc_uri_get_replica_set(uri));
        UsesTls = LibMongoc.mongoc_uri_get_tls(uri);
    }

    public UriHandle Uri { get; }

    public string Hosts { get; }

    public string Database { get; }

    public string? User { get; }

    public string? AuthSource { get; }

    public string? ReplicaSet { get; }

    public bool UsesTls { get; }

    public static ConnectionString Parse(MongoSettings settings)
    {
        var text = settings.ConnectionString;
        if (!text.StartsWith("mongodb://", StringComparison.Ordinal) && !text.StartsWith("mongodb+srv://", StringComparison.Ordinal))
            throw Invalid("it must begin with mongodb:// or mongodb+srv://");
        var afterScheme = text[(text.IndexOf("//", StringComparison.Ordinal) + 2)..];
        // What looks like a database or an option may be the rest of a password.
        if (afterScheme.AsSpan().IndexOfAny('/', '?') is >= 0 and var end && afterScheme.IndexOf('@', end) >= 0)
            throw Misformed();
        CheckOptions(afterScheme);
        var uri = Native(text);
        try
        {
            var connection = new ConnectionString(uri, HostsOf(afterScheme), settings);
            CheckDatabase(connection.Database);
            SetDefaults(uri, settings);
            return connection;
        }
        catch
        {
            uri.Dispose();
            throw;
        }
    }

    /// <summary>Text of the library or the server that may be shown.</summary>
    public string Masked(string text) => _password is { Length: > 0 } password ? text.Replace(password, "***", StringComparison.Ordinal) : text;

    public void Dispose() => Uri.Dispose();

    private static unsafe UriHandle Native(string text)
    {
        BsonError error = default;
        var uri = new UriHandle(LibMongoc.mongoc_uri_new_with_error(text, &error));
        if (!uri.IsInvalid)
            return uri;
        uri.Dispose();
        // The library's own message may repeat the part with the password.
        throw Misformed();
    }

    private static void CheckOptions(string afterScheme)
    {
        var question = afterScheme.IndexOf('?', StringComparison.Ordinal);
        if (question < 0)
            return;
        foreach (var pair in afterScheme[(question + 1)..].Split(['&', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var name = pair.Split('=', 2)[0];
            if (!KnownOptions.Contains(name))
                throw Invalid($"it has an unknown option '{name}'");
        }
    }

    private static void CheckDatabase(string name)
    {
        if (name.Length is 0 or > 63 || name.AsSpan().ContainsAny(NotInDatabaseNames))
            throw Invalid($"'{name}' can't be the name of a database");
    }

    private static string HostsOf(string afterScheme)
    {
        var hosts = afterScheme[(afterScheme.LastIndexOf('@') + 1)..];
        var end = hosts.AsSpan().IndexOfAny('/', '?');
        return end < 0 ? hosts : hosts[..end];
    }

    private static void SetDefaults(UriHandle uri, MongoSettings settings)
    {
        var connect = (int)settings.ConnectTimeout.TotalMilliseconds;
        Default("serverSelectionTimeoutMS", connect);
        Default("connectTimeoutMS", connect);
        // Above the server's own limit, so that the server's clear answer comes first.
        Default("socketTimeoutMS", (int)settings.CommandTimeout.TotalMilliseconds + 1000);
        Default("waitQueueTimeoutMS", connect);
        // One more than the threads that run commands: the watcher keeps one.
        LibMongoc.mongoc_uri_set_option_as_int32(uri, "maxPoolSize", settings.Connections + 1);

        void Default(string option, int value)
        {
            if (!LibMongoc.mongoc_uri_has_option(uri, option))
                LibMongoc.mongoc_uri_set_option_as_int32(uri, option, value);
        }
    }

    private static string? Text(nint utf8) => Marshal.PtrToStringUTF8(utf8);

    private static MongoException Misformed() => Invalid(
        "check its form, mongodb://user:password@host:27017/database?option=value, and that special characters of user names, "
        + "passwords and options are percent-encoded (@ as %40, : as %3A, / as %2F, ? as %3F)");

    private static MongoException Invalid(string why) =>
        new(MongoFault.Configuration, $"The MongoDB connection string (GovGraph__Storage__ConnectionString) can't be used: {why}.");
}
