using System.Xml.Linq;
using Xunit;

namespace GovGraph.Api.Tests;

/// <summary>Who may know whom: the table of docs/tour.md.</summary>
public sealed class ReferencesTests
{
    [Theory]
    [InlineData("GovGraph.GraphQL", "")]
    [InlineData("GovGraph.Plans", "")]
    [InlineData("GovGraph.Storage", "GovGraph.Plans")]
    [InlineData("GovGraph.Storage.MongoDb", "GovGraph.Storage")]
    [InlineData("GovGraph.Api", "GovGraph.GraphQL GovGraph.Plans GovGraph.Storage")]
    [InlineData("GovGraph.Server", "GovGraph.Api GovGraph.Storage.MongoDb")]
    public void A_project_knows_only_those_it_may_know(string project, string mayKnow)
    {
        var file = Path.Combine(Repository.Root, "src", project, project + ".csproj");
        if (!File.Exists(file)) Assert.Skip($"{project} is not built yet.");

        var knows = XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            .Where(name => !mayKnow.Split(' ').Contains(name));

        Assert.Empty(knows);
    }

    [Fact]
    public void The_table_names_every_project()
    {
        var projects = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName);

        Assert.Subset(
            new HashSet<string?> { "GovGraph.GraphQL", "GovGraph.Plans", "GovGraph.Storage", "GovGraph.Storage.MongoDb", "GovGraph.Api", "GovGraph.Server" },
            projects.ToHashSet());
    }
}
