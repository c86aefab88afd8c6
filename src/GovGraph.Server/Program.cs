using GovGraph.Server;
using GovGraph.Server.Commands;
using GovGraph.Storage;

if (CommandLine.IsFor(args)) return CommandLine.Run(args, OwnSchema.Get, Console.Out, Console.Error);

try
{
    await using var app = GovGraphHost.Build(GovGraphHost.CreateBuilder(args));
    var seeds = await Seeds.Import(app.Services);
    await GovGraphHost.Start(app);
    await StartReport.Print(app, seeds, Console.Out);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception exception) when (exception is StartException or StoreException)
{
    Console.Error.WriteLine($"GovGraph can't start: {exception.Message}");
    return 1;
}
