using Xunit;

namespace GovGraph.Storage.MongoDb.Tests;

public sealed class TestServerTests
{
    [Theory]
    [InlineData("mongodb://h:1", "mongodb://h:1/t")]
    [InlineData("mongodb://h:1,i:2/?replicaSet=rs0", "mongodb://h:1,i:2/t?replicaSet=rs0")]
    [InlineData("mongodb://u:p@h/plans?tls=true", "mongodb://u:p@h/t?authSource=plans&tls=true")]
    [InlineData("mongodb+srv://u:p@h", "mongodb+srv://u:p@h/t?authSource=admin")]
    [InlineData("mongodb://u:p@h/?authSource=x", "mongodb://u:p@h/t?authSource=x")]
    public void Each_test_has_a_database_of_its_own_on_the_server_that_was_named(string named, string expected) =>
        Assert.Equal(expected, TestServer.WithDatabase(named, "t"));
}
