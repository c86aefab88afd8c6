using Xunit;

namespace GovGraph.Api.Tests.Tasks;

public sealed class TaskStepFieldsTests
{
    [Fact]
    public async Task A_plan_and_its_parts_list_the_dated_steps_of_their_tasks()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.Equal(
            """{"data":{"planById":{"areas":[{"dueSteps":[{"due":"2020-01-10","lastOnTimeDay":"2020-01-09","isExclusive":true,"start":null,"isOpen":true,"task":{"code":"1.1#1"}}],"components":[{"dueSteps":[{"label":null,"task":{"code":"1.1#1"}}]}]}]}}}""",
            await test.Send(
                """
                {
                  planById(id: "thuong-lo-2020-cchc") {
                    areas(first: 1) {
                      dueSteps(first: 1) { due lastOnTimeDay isExclusive start isOpen task { code } }
                      components(first: 1) { dueSteps { label task { code } } }
                    }
                  }
                }
                """));
    }

    [Fact]
    public async Task Steps_are_filtered_and_ordered_like_every_list()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.Equal(
            """{"data":{"planById":{"dueSteps":[{"due":"2020-11-15","task":{"code":"1.5.2#4"}},{"due":"2020-11-15","task":{"code":"1.2#1"}},{"due":"2020-10-20","task":{"code":"1.5.2#4"}}]}}}""",
            await test.Send(
                """
                {
                  planById(id: "thuong-lo-2020-cchc") {
                    dueSteps(
                      where: { due: { within: "P1Y", asOf: "2020-08-01" }, task: { deadline: { kinds: { some: { eq: MILESTONES } } } }, label: { neq: null } }
                      order: [{ due: DESC }, { task: { code: DESC } }]
                      first: 3
                    ) { due task { code } }
                  }
                }
                """));
    }
}
