using System.CommandLine;
using System.CommandLine.Parsing;
using GovGraph.Plans;
using GovGraph.Storage.Access;
using GovGraph.Storage.Audit;

namespace GovGraph.Server.Commands;

/// <summary>Tells the audit trail what was changed by whoever runs a command: the user of the operating system, who has no key.</summary>
internal sealed class CommandAudit(AuditTrail trail, string command) : IAsyncDisposable
{
    /// <param name="parsed">The command.</param>
    /// <param name="place">What it changes.</param>
    /// <param name="opened">The store that it has opened there; null for a folder that it works on without one.</param>
    public static CommandAudit Of(ParseResult parsed, StorageSettings place, IAsyncDisposable? opened) => new(
        GovGraphHost.ReadSettings().Audit.Open(opened, place, TimeProvider.System, new WarningLines(parsed.InvocationConfiguration.Error), isBesideOthers: true),
        NameOf(parsed.CommandResult));

    public void Changed(Plan plan) => trail.Append(Record() with { Changed = [(plan.Id, plan.Version)] });

    public void Changed(ApiKey key) => trail.Append(Record() with { Ids = [key.Id] });

    /// <summary>What was written anew, plan or file, and means what it meant before.</summary>
    public void Renewed(string plan) => trail.Append(Record() with { Ids = [plan] });

    public ValueTask DisposeAsync() => trail.DisposeAsync();

    private static string NameOf(CommandResult result) =>
        result.Parent is CommandResult { Parent: not null } group ? $"{group.Command.Name} {result.Command.Name}" : result.Command.Name;

    private AuditRecord Record() => new(TimeProvider.System.GetUtcNow(), AuditOutcome.Applied) { Who = Environment.UserName, From = Environment.MachineName, Operation = command };
}
