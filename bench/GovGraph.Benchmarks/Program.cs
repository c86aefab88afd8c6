using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using GovGraph.Benchmarks.Stores;
using Perfolizer.Horology;

if (args is ["stores", var folder, .. var sizes])
{
    await StoreComparison.Run(folder, [.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]);
    return;
}

// In this process: this version of BenchmarkDotNet builds no programs for .NET 10 of its own.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(4).WithIterationCount(8).WithIterationTime(TimeInterval.FromMilliseconds(150));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddLogger(ConsoleLogger.Default)
    .AddExporter(MarkdownExporter.GitHub));
