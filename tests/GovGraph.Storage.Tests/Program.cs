using GovGraph.Storage.Tests.Files;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace GovGraph.Storage.Tests;

/// <summary>Runs the tests, or is the process that a test starts and kills.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) =>
        args is [Writer.Argument, var folder] ? Writer.Run(folder)
        : args.Any(arg => arg is "-automated" or "@@") ? ConsoleRunner.Run(args)
        : TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}
