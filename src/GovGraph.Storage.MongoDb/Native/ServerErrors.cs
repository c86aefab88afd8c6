using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Native;

/// <summary>Turns errors of the library and the server into faults with one line that says what to do.</summary>
internal sealed class ServerErrors(ConnectionString connection, MongoSettings settings)
{
    /// <summary>The fault behind a call that the library reports as failed.</summary>
    public MongoException From(in BsonError error)
    {
        var text = OneLine(connection.Masked(error.Text));
        return error.Domain switch
        {
            ErrorDomain.ServerSelection => Unreachable(text, error.Code),
            ErrorDomain.Client when error.Code == ErrorDomain.ClientAuthenticate => Refused(text, error.Code),
            ErrorDomain.Stream when IsNameResolution(error.Code) => Unreachable(text, error.Code),
            ErrorDomain.Stream => Broken(text, error.Code),
            ErrorDomain.WriteConcern => NotOnMajority(text, error.Code),
            ErrorDomain.Server => FromCode(error.Code, text),
            _ => new MongoException(MongoFault.Server, $"MongoDB call failed: {text}", error.Code),
        };
    }

    /// <summary>Throws where a write command that the library reports as done holds errors in its reply.</summary>
    public void ThrowOnWriteErrors(ReadOnlySpan<byte> reply)
    {
        if (BsonReader.TryFind(reply, "writeErrors"u8, out var list))
        {
            var errors = list.Enter();
            if (errors.Next())
            {
                var (code, text) = CodeAndText(errors.Value);
                throw FromCode(code, text);
            }
        }
        if (BsonReader.TryFind(reply, "writeConcernError"u8, out var concern))
        {
            var (code, text) = CodeAndText(concern.Value);
            throw NotOnMajority(text, code);
        }
    }

    /// <summary>A transaction that the server or the connection ended, so that it may be run again from its start.</summary>
    public MongoException RolledBack(in BsonError error) => RolledBack(OneLine(connection.Masked(error.Text)), error.Code);

    /// <summary>A transaction that nobody waits for any more.</summary>
    public MongoException GivenUp() => RolledBack($"it was not done within {Seconds(settings.CallerTimeout)}", 0);

    /// <summary>A commit that nobody has confirmed, however often it was asked for.</summary>
    public MongoException NotConfirmed(in BsonError error) => new(MongoFault.Interrupted,
        $"MongoDB at {connection.Hosts} did not confirm that a transaction is committed. ({OneLine(connection.Masked(error.Text))})", error.Code);

    public MongoException Overloaded(int waiting) => new(MongoFault.Overloaded,
        $"{waiting} calls are already waiting for one of the {settings.Connections} MongoDB connections; try again, or allow more connections.");

    public MongoException NotStarted() => new(MongoFault.Overloaded,
        $"No MongoDB connection became free within {Seconds(settings.CallerTimeout)} ({settings.Connections} are in use); nothing was sent.");

    public MongoException NoAnswer() => new(MongoFault.TimedOut,
        $"MongoDB at {connection.Hosts} gave no answer within {Seconds(settings.CallerTimeout)}.");

    private MongoException FromCode(uint code, string text) => code switch
    {
        11000 or 11001 or 12582 => new(MongoFault.DuplicateKey, $"MongoDB holds this key already: {text}", code),
        13 => new(MongoFault.NotAuthorized, $"MongoDB does not let {Who()} do this: {text}. {(connection.User is { Length: > 0 }
            ? $"Grant the role readWrite on the database '{connection.Database}'."
            : "Put a user and its password into the connection string.")}", code),
        18 => Refused(text, code),
        10334 or 17419 or 17420 => new(MongoFault.TooLarge, $"A plan is larger than MongoDB's 16 MB for a document: {text}", code),
        50 or 262 => new(MongoFault.TimedOut,
            $"MongoDB at {connection.Hosts} did not finish a command within {Seconds(settings.CommandTimeout)}: {text}", code),
        6 or 7 or 89 or 91 or 189 or 9001 or 10107 or 10058 or 11600 or 11602 or 13435 or 13436 => Broken(text, code),
        64 => NotOnMajority(text, code),
        _ => new(MongoFault.Server, $"MongoDB refused a command: {text} (code {code})", code),
    };

    private MongoException RolledBack(string text, uint code) => new(MongoFault.RolledBack,
        $"MongoDB at {connection.Hosts} made nothing of a transaction; nothing was written. Try again. ({text})", code);

    private MongoException Unreachable(string text, uint code)
    {
        var advice = "Check the host and the port, and that MongoDB runs there";
        if (connection.UsesTls)
            advice = "The connection string asks for TLS: check that the server speaks it and that its certificate is trusted (tlsCAFile), then the host and the port";
        else if (connection.ReplicaSet is { } name)
            advice = $"The connection string asks for replica set '{name}': check that the servers are members of a set of that name, then the hosts and the ports";
        else if (text.Contains("closed", StringComparison.OrdinalIgnoreCase) || text.Contains("Failed to read", StringComparison.Ordinal))
            advice = "If the server demands TLS, add tls=true to the connection string; else check that the host and the port are MongoDB's";
        return new MongoException(MongoFault.Unreachable,
            $"No usable MongoDB server at {connection.Hosts} within {Seconds(settings.ConnectTimeout)}. {advice}. ({text})", code);
    }

    private MongoException Refused(string text, uint code) => new(MongoFault.Authentication,
        $"MongoDB at {connection.Hosts} refused {Who()} (authSource '{connection.AuthSource}'): check the user name, the password and authSource in the connection string. ({text})",
        code);

    private MongoException Broken(string text, uint code) => new(MongoFault.Interrupted,
        $"The connection to MongoDB at {connection.Hosts} broke during a command. ({text})", code);

    private static MongoException NotOnMajority(string text, uint code) => new(MongoFault.WriteConcern,
        $"MongoDB wrote, but a majority of the replica set did not confirm it: {text.Replace("Write Concern error: ", "", StringComparison.Ordinal)}", code);

    private string Who() => connection.User is { Length: > 0 } user ? $"the user '{user}'" : "an anonymous user";

    private static bool IsNameResolution(uint code) => code is 2;

    private static (uint Code, string Text) CodeAndText(ReadOnlySpan<byte> error)
    {
        var code = BsonReader.TryFind(error, "code"u8, out var number) ? (uint)number.Int64() : 0;
        var text = BsonReader.TryFind(error, "errmsg"u8, out var message) ? message.String() : "no reason given";
        return (code, OneLine(text));
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds:0.###} s";
}
