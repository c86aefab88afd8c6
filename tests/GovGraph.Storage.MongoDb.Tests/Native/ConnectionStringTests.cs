using GovGraph.Storage.MongoDb.Native;
using Xunit;

namespace GovGraph.Storage.MongoDb.Tests.Native;

public class ConnectionStringTests
{
    public ConnectionStringTests() => MongoRuntime.Start();

    private static ConnectionString Parse(string text) => ConnectionString.Parse(new MongoSettings { ConnectionString = text });

    private static string Fault(string text, string database = "govgraph")
    {
        var exception = Assert.Throws<MongoException>(() => ConnectionString.Parse(new MongoSettings { ConnectionString = text, Database = database }));
        Assert.Equal(MongoFault.Configuration, exception.Fault);
        const string Start = "The MongoDB connection string (GovGraph__Storage__ConnectionString) can't be used: ";
        Assert.StartsWith(Start, exception.Message, StringComparison.Ordinal);
        return exception.Message[Start.Length..];
    }

    [Fact]
    public void Hosts_database_and_user_are_known()
    {
        using var connection = Parse("mongodb://app:b%C3%AD%40m@db1:27017,db2:27018/plans?replicaSet=rs0&tls=true&authSource=admin");
        Assert.Equal("db1:27017,db2:27018", connection.Hosts);
        Assert.Equal("plans", connection.Database);
        Assert.Equal("app", connection.User);
        Assert.Equal("admin", connection.AuthSource);
        Assert.Equal("rs0", connection.ReplicaSet);
        Assert.True(connection.UsesTls);
    }

    [Fact]
    public void Without_a_database_the_settings_name_it()
    {
        using var connection = Parse("mongodb://db1");
        Assert.Equal("govgraph", connection.Database);
        Assert.Equal("db1", connection.Hosts);
    }

    [Theory]
    [InlineData("mongodb://h/?serverSelectionTimeoutMS=1234", 1234)]
    [InlineData("mongodb://h/", 5000)]
    public void Times_given_in_the_connection_string_win(string text, int expected)
    {
        using var connection = Parse(text);
        Assert.Equal(expected, LibMongoc.mongoc_uri_get_option_as_int32(connection.Uri, "serverSelectionTimeoutMS", 0));
    }

    [Fact]
    public void Another_scheme_is_refused() => Assert.Equal("it must begin with mongodb:// or mongodb+srv://.", Fault("postgres://h/x"));

    [Fact]
    public void A_misspelt_option_is_refused() => Assert.Equal("it has an unknown option 'tsl'.", Fault("mongodb://h/?tsl=true"));

    [Fact]
    public void A_name_that_no_database_can_have_is_refused() => Assert.Equal("'a b' can't be the name of a database.", Fault("mongodb://h", "a b"));

    [Theory]
    [InlineData("p@ss:w/ord@h/x")]
    [InlineData("12/w.ord@h/x")]
    [InlineData("12?word=1@h/x")]
    [InlineData("w%zzord@h/x")]
    public void A_password_that_is_not_encoded_is_explained_and_not_shown(string passwordAndHost)
    {
        var fault = Fault($"mongodb://app:{passwordAndHost}");
        Assert.Contains("percent-encoded", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("ord", fault.Replace("password", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_password_is_masked_in_texts_of_others()
    {
        using var connection = Parse("mongodb://app:b%C3%AD%40m@h/");
        Assert.Equal("no luck with ***", connection.Masked("no luck with bí@m"));
    }
}
