using System.Text;
using GovGraph.Plans.Documents;
using Xunit;

namespace GovGraph.Plans.Tests.Seeds;

public sealed class SeedFormatTests
{
    [Theory]
    [MemberData(nameof(SeedFiles.All), MemberType = typeof(SeedFiles))]
    public void A_seed_has_no_fault_and_no_deadline_that_can_not_be_read(string id)
    {
        var reading = PlanFile.Read(SeedFiles.Bytes(id));

        Assert.Empty(reading.Faults);
        Assert.Empty(reading.UnknownDeadlines);
    }

    [Theory]
    [MemberData(nameof(SeedFiles.All), MemberType = typeof(SeedFiles))]
    public void A_seed_is_written_as_it_was_read_byte_for_byte(string id)
    {
        var bytes = SeedFiles.Bytes(id);

        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(PlanFile.Write(SeedFiles.Plan(id))));
    }

    [Fact]
    public void Every_file_in_the_folder_is_a_seed() =>
        Assert.Equal(SeedFiles.Ids, Directory.GetFiles(Repository.Seeds, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(SeedFiles.All), MemberType = typeof(SeedFiles))]
    public void Every_cell_names_units_that_the_seed_lists(string id) =>
        Assert.Empty(SeedFiles.Plan(id).Units.Where(unit => !unit.IsListed).Select(unit => unit.Name));
}
