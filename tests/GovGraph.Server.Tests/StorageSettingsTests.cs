using Microsoft.Extensions.Configuration;
using Xunit;

namespace GovGraph.Server.Tests;

public sealed class StorageSettingsTests
{
    [Theory]
    [InlineData("Connections", "0", "the setting GovGraph__Storage__Connections must be from 1 to 1000, but it is 0.")]
    [InlineData("ConnectTimeout", "00:00:00", "the setting GovGraph__Storage__ConnectTimeout must be from 00:00:00.001 to 01:00:00, but it is 00:00:00.")]
    [InlineData("CommandTimeout", "02:00:00", "the setting GovGraph__Storage__CommandTimeout must be from 00:00:00.001 to 01:00:00, but it is 02:00:00.")]
    [InlineData("Path", "mongodb://app:secret@db1", "the setting GovGraph__Storage__Path is the folder of the embedded store: put a connection string into GovGraph__Storage__ConnectionString.")]
    public void A_value_that_lets_no_store_be_opened_is_named(string name, string value, string message) =>
        Assert.Equal(message, Assert.Throws<StartException>(() => Read(($"Storage:{name}", value))).Message);

    [Fact]
    public void What_is_set_for_MongoDB_reaches_it()
    {
        var mongo = Read(
            ("Storage:ConnectionString", "mongodb://db1"), ("Storage:Database", "plans"), ("Storage:Connections", "4"),
            ("Storage:ConnectTimeout", "00:00:01"), ("Storage:CommandTimeout", "00:00:02")).Storage.Mongo;

        Assert.Equal(("mongodb://db1", "plans", 4), (mongo.ConnectionString, mongo.Database, mongo.Connections));
        Assert.Equal((1, 2), (mongo.ConnectTimeout.TotalSeconds, mongo.CommandTimeout.TotalSeconds));
    }

    [Theory]
    [InlineData("mongodb://db1/plans", true)]
    [InlineData("mongodb+srv://cluster.example.vn", true)]
    [InlineData("./data", false)]
    public void A_place_is_a_connection_string_or_a_folder(string place, bool isMongo)
    {
        var settings = StorageSettings.At(place);

        Assert.Equal(isMongo, settings.IsMongo);
        Assert.Equal(place, isMongo ? settings.ConnectionString : settings.Path);
    }

    private static Settings Read(params (string Name, string Value)[] settings) => Settings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"GovGraph:{setting.Name}", (string?)setting.Value))).Build());
}
