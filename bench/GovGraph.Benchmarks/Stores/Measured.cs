using System.Diagnostics;

namespace GovGraph.Benchmarks.Stores;

/// <summary>How long something takes: the median and the quickest of many single runs, after some that do not count.</summary>
internal readonly record struct Measured(double Microseconds, double Quickest)
{
    // Until the code that runs is the compiler's last.
    private const int WarmUps = 500;

    public static async Task<Measured> Of(int runs, Func<int, Task> work)
    {
        for (var run = 0; run < WarmUps; run++) await work(run);
        var times = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            await work(run);
            times[run] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return new(times[runs / 2], times[0]);
    }

    /// <summary>Two things in turns, so that what else the machine does falls on both.</summary>
    public static async Task<(Measured First, Measured Second)> Of(int runs, Func<int, Task> first, Func<int, Task> second)
    {
        for (var run = 0; run < WarmUps; run++)
        {
            await first(run);
            await second(run);
        }

        var times = (First: new double[runs], Second: new double[runs]);
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            await first(run);
            times.First[run] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            start = Stopwatch.GetTimestamp();
            await second(run);
            times.Second[run] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times.First);
        Array.Sort(times.Second);
        return (new(times.First[runs / 2], times.First[0]), new(times.Second[runs / 2], times.Second[0]));
    }
}
