using GovGraph.Plans.Tasks;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Tests.Tasks;

public sealed class TaskTransitionsTests
{
    [Theory]
    [InlineData(TaskStatus.NotStarted, new[] { TaskStatus.InProgress, TaskStatus.Completed, TaskStatus.Suspended, TaskStatus.Cancelled })]
    [InlineData(TaskStatus.InProgress, new[] { TaskStatus.Completed, TaskStatus.Suspended, TaskStatus.Cancelled, TaskStatus.NotStarted })]
    [InlineData(TaskStatus.Suspended, new[] { TaskStatus.InProgress, TaskStatus.Cancelled })]
    [InlineData(TaskStatus.Completed, new[] { TaskStatus.InProgress })]
    [InlineData(TaskStatus.Cancelled, new[] { TaskStatus.NotStarted })]
    public void Each_status_has_its_ways_out(TaskStatus from, TaskStatus[] to) => Assert.Equal(to, TaskTransitions.From(from));

    [Fact]
    public void No_status_leads_to_itself() =>
        Assert.All(Enum.GetValues<TaskStatus>(), status => Assert.DoesNotContain(status, TaskTransitions.From(status)));
}
