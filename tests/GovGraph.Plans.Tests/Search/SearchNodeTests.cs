using GovGraph.Plans.Areas;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Search;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Tests.Seeds;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Tests.Search;

public sealed class SearchNodeTests
{
    [Theory]
    [MemberData(nameof(SeedFiles.All), MemberType = typeof(SeedFiles))]
    public void Each_row_stands_once_in_the_order_of_print(string id)
    {
        var plan = SeedFiles.Plan(id);
        var nodes = SearchNode.AllOf(plan);

        Assert.Equal(plan.Tasks, nodes.Select(node => node.Node).OfType<PlanTask>());
        Assert.Equal(plan.Areas, nodes.Select(node => node.Node).OfType<Area>());
        Assert.Equal(plan.Areas.SelectMany(area => area.Components), nodes.Select(node => node.Node).OfType<Component>());
        Assert.Equal(plan.Areas.SelectMany(area => area.Indicators), nodes.Select(node => node.Node).OfType<Indicator>());
        Assert.Equal(
            plan.Areas.Sum(area => area.Groups.Length + area.Components.Sum(component => component.Groups.Length)),
            nodes.Select(node => node.Node).OfType<TaskGroup>().Distinct().Count());
        Assert.Equal(nodes.Length, nodes.Select(node => node.Node.Id).Distinct().Count());
        Assert.Equal(plan, nodes[0].Node);
    }

    [Fact]
    public void A_heading_stands_before_its_first_task()
    {
        var ids = SearchNode.AllOf(SeedFiles.Plan("thuong-lo-2020-cchc")).Select(node => node.Node.Id["thuong-lo-2020-cchc".Length..]).ToList();

        Assert.Equal(["/1.3", "/1.3.1", "/1.3.1#1"], ids.Skip(ids.IndexOf("/1.3")).Take(3));
    }

    [Fact]
    public void Places_are_the_same_in_all_versions()
    {
        var plan = SeedFiles.Plan("my-hoa-hung-2024-kstthc");
        var changed = plan.With(plan.Tasks[7].ChangeStatus(TaskStatus.InProgress, null, new DateOnly(2024, 3, 1)).Value!);

        Assert.Equal(SearchNode.AllOf(plan).Select(node => node.Node.Id), SearchNode.AllOf(changed).Select(node => node.Node.Id));
        Assert.Contains(changed.Tasks[7], SearchNode.AllOf(changed).Select(node => node.Node));
    }

    [Fact]
    public void A_plan_is_found_by_what_stands_around_its_table()
    {
        var fields = SearchNode.AllOf(SeedFiles.Plan("thuong-lo-2020-cchc"))[0].Fields.ToDictionary(field => field.Name);

        Assert.Equal(8, fields["title"].Weight);
        Assert.Equal("01/KH-UBND", fields["number"].Text);
        Assert.Equal("UBND xã Thượng Lộ", fields["issuer"].Text);
        Assert.Equal(1, fields["sections"].Weight);
    }

    [Fact]
    public void A_task_is_found_by_its_cells_units_included()
    {
        var task = SeedFiles.Plan("thuong-lo-2020-cchc").Task("thuong-lo-2020-cchc/1.3.1#1")!;

        Assert.Equal(
            [("text", 4), ("expectedResult", 3), ("assignments", 3)],
            new SearchNode(task, SearchKind.Task).Fields.Select(field => (field.Name, field.Weight)));
    }
}
