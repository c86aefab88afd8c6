using GovGraph.Plans.Areas;
using GovGraph.Plans.Tasks;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Tests;

public sealed class PlanTests
{
    [Fact]
    public void Tasks_stand_in_the_order_of_print()
    {
        var plan = Example();

        Assert.Equal(["p/1#1", "p/1.a#1", "p/1.a.1#1", "p/2#1"], plan.Tasks.Select(task => task.Id));
        Assert.Equal([0, 1, 2, 3], plan.Tasks.Select(task => task.Ordinal));
        Assert.Equal(["p/1#1", "p/1.a#1", "p/1.a.1#1"], plan.Areas[0].AllTasks.Select(task => task.Id));
    }

    [Fact]
    public void A_task_knows_where_it_stands()
    {
        var task = Example().Task("p/1.a.1#1")!;

        Assert.Equal("p/1.a.1", task.Group!.Id);
        Assert.Equal("p/1.a", task.Component!.Id);
        Assert.Equal("p/1", task.Area.Id);
        Assert.Equal("p", task.Plan.Id);
        Assert.Same(task, Assert.Single(task.Group.Tasks));
        Assert.Same(task.Component, task.Group.Component);
    }

    [Theory]
    [InlineData("p", typeof(Plan))]
    [InlineData("p/1", typeof(Area))]
    [InlineData("p/1.a", typeof(Component))]
    [InlineData("p/1.a.1", typeof(TaskGroup))]
    [InlineData("p/2#1", typeof(PlanTask))]
    public void A_node_is_found_by_its_id(string id, Type type)
    {
        var node = Example().Node(id);

        Assert.IsType(type, node);
        Assert.Equal(id, node.Id);
    }

    [Fact]
    public void An_unknown_id_finds_nothing()
    {
        var plan = Example();

        Assert.Null(plan.Node("p/9"));
        Assert.Null(plan.Task("p/1"));
        Assert.Null(plan.Area("9"));
    }

    [Fact]
    public void Each_version_of_a_plan_finds_its_own_tasks()
    {
        var old = Example();
        var plan = old.With(old.Tasks[1].WithProgress(new TaskProgress { Status = TaskStatus.InProgress }));

        Assert.All(old.Tasks, task => Assert.Same(task, old.Task(task.Id)));
        Assert.All(plan.Tasks, task => Assert.Same(task, plan.Task(task.Id)));
    }

    [Fact]
    public void A_change_makes_a_new_plan_and_leaves_the_old_one()
    {
        var old = Example();

        var plan = old.With(new PlanTask { Id = "p/1.a.1#1", Code = "1.a.1#1", GroupCode = "1.a.1", Status = TaskStatus.InProgress });

        Assert.Equal(2, plan.Version);
        Assert.Equal(TaskStatus.InProgress, plan.Task("p/1.a.1#1")!.Status);
        Assert.Equal(TaskStatus.NotStarted, old.Task("p/1.a.1#1")!.Status);
        Assert.All(plan.Tasks, task => Assert.Same(plan, task.Plan));
        Assert.All(old.Tasks, task => Assert.Same(old, task.Plan));
        Assert.Same(plan.Tasks[2], Assert.Single(plan.Areas[0].Components[0].Groups[0].Tasks));
        Assert.Equal(2, plan.Tasks[2].Ordinal);
    }

    [Fact]
    public void A_task_of_another_plan_is_not_taken_in()
    {
        var refused = Assert.Throws<ArgumentException>(() => Example().With(new PlanTask { Id = "q/1", Code = "1" }));

        Assert.StartsWith("The plan p has no task q/1.", refused.Message, StringComparison.Ordinal);
    }

    private static Plan Example() => new()
    {
        Id = "p",
        Title = "Kế hoạch",
        Date = new PlanDate { Text = "năm 2024", Year = 2024 },
        Year = 2024,
        Program = ReformProgram.Papi,
        Level = AdministrativeLevel.Commune,
        Issuer = new Issuer { Id = "x", Name = "UBND xã X", Place = "X" },
        Areas =
        [
            new Area
            {
                Id = "p/1",
                Code = "1",
                Tasks = [new PlanTask { Id = "p/1#1", Code = "1#1" }],
                Components =
                [
                    new Component
                    {
                        Id = "p/1.a",
                        Code = "1.a",
                        Groups = [new TaskGroup { Id = "p/1.a.1", Code = "1.a.1" }],
                        Tasks =
                        [
                            new PlanTask { Id = "p/1.a#1", Code = "1.a#1" },
                            new PlanTask { Id = "p/1.a.1#1", Code = "1.a.1#1", GroupCode = "1.a.1" },
                        ],
                    },
                ],
            },
            new Area { Id = "p/2", Code = "2", Tasks = [new PlanTask { Id = "p/2#1", Code = "2#1" }] },
        ],
    };
}
