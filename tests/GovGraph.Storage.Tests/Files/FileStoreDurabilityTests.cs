using GovGraph.Storage.Tests.Disks;
using Xunit;

namespace GovGraph.Storage.Tests.Files;

public sealed class FileStoreDurabilityTests
{
    private const int LeftoversTried = 6;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_whenever_the_power_goes()
    {
        var steps = await StepsWithoutFaults();
        Assert.True(steps > 100, $"{steps} steps");
        for (var step = 1; step <= steps; step++)
        {
            for (var seed = 0; seed < LeftoversTried; seed++)
            {
                var disk = new FaultyDisk { PowerLossAt = step };
                var scenario = new Scenario(disk);
                await scenario.Run();
                await scenario.Check(disk.AfterPowerLoss(step * LeftoversTried + seed), doubtful: 1);
            }
        }
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_whenever_the_process_dies()
    {
        var steps = await StepsWithoutFaults();
        for (var step = 1; step <= steps; step++)
        {
            var disk = new FaultyDisk { PowerLossAt = step };
            var scenario = new Scenario(disk);
            await scenario.Run();
            await scenario.Check(disk.AfterKill(), doubtful: 1);
        }
    }

    [Fact]
    public async Task One_failing_step_fails_its_caller_and_nothing_else()
    {
        var steps = await StepsWithoutFaults();
        for (var step = 1; step <= steps; step++)
        {
            var failing = step;
            var disk = new FaultyDisk { Fails = current => current == failing };
            var scenario = new Scenario(disk);
            await scenario.Run();
            disk.Fails = _ => false;
            await scenario.Check(disk.AfterKill(), doubtful: 0);
            await scenario.Check(disk.AfterPowerLoss(step), doubtful: 0);
        }
    }

    [Fact]
    public async Task A_disk_that_is_full_for_a_while_takes_in_nothing_that_was_told_to_have_failed()
    {
        var steps = await StepsWithoutFaults();
        for (var first = 1; first <= steps; first += 3)
        {
            var from = first;
            var disk = new FaultyDisk { IsFull = current => current >= from && current < from + 15 };
            var scenario = new Scenario(disk);
            await scenario.Run();
            disk.IsFull = _ => false;
            await scenario.Check(disk.AfterKill(), doubtful: 0);
            await scenario.Check(disk.AfterPowerLoss(first), doubtful: 0);
        }
    }

    [Fact]
    public async Task A_disk_that_is_dead_for_a_while_loses_nothing_that_was_acknowledged()
    {
        var steps = await StepsWithoutFaults();
        for (var first = 1; first <= steps; first += 3)
        {
            var from = first;
            var disk = new FaultyDisk { Fails = current => current >= from && current < from + 15 };
            var scenario = new Scenario(disk);
            await scenario.Run();
            disk.Fails = _ => false;
            await scenario.Check(disk.AfterKill(), doubtful: scenario.Failures);
            await scenario.Check(disk.AfterPowerLoss(first), doubtful: scenario.Failures);
        }
    }

    private static async Task<int> StepsWithoutFaults()
    {
        var disk = new FaultyDisk();
        var scenario = new Scenario(disk);
        await scenario.Run();
        Assert.Equal(0, scenario.Failures);
        var steps = disk.Steps;
        await scenario.Check(disk.AfterKill(), doubtful: 0);
        return steps;
    }
}
