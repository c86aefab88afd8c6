using System.Collections.Immutable;
using GovGraph.Plans.Documents;
using GovGraph.Storage;
using GovGraph.Storage.Audit;

namespace GovGraph.Server;

/// <summary>What became of the plans in the seeds' folder.</summary>
/// <param name="Folder">The folder; null for none.</param>
/// <param name="Imported">How many were new.</param>
/// <param name="Remarks">A line for each plan that was not taken in, and for each deadline that could not be read.</param>
internal sealed record Seeds(string? Folder, int Imported, ImmutableArray<string> Remarks)
{
    /// <summary>Takes in every plan of the folder that the store does not have yet.</summary>
    /// <exception cref="StartException">There is no such folder.</exception>
    public static Task<Seeds> Import(IServiceProvider services) => Import(
        services.GetRequiredService<Settings>().Seeds, services.GetRequiredService<PlanStore>(), services.GetRequiredService<AuditTrail>(), services.GetRequiredService<TimeProvider>());

    private static async Task<Seeds> Import(string folder, PlanStore store, AuditTrail audit, TimeProvider time)
    {
        if (folder.Length == 0) return new(null, 0, []);
        if (!Directory.Exists(folder))
        {
            throw new StartException($"there is no folder '{Path.GetFullPath(folder)}' with seeds: set GovGraph__Seeds to a folder with plans, or to nothing for none.");
        }

        var imported = 0;
        var remarks = ImmutableArray.CreateBuilder<string>();
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var reading = PlanFile.Read(await File.ReadAllBytesAsync(file));
            remarks.AddRange(reading.Faults.Select(fault => $"{file}: {fault.Path}: {fault.Message}"));
            if (reading.Plan is not { } plan) continue;

            var outcome = await store.Insert(plan, new ChangeRecord(time.GetUtcNow()) { Reason = $"imported from {Path.GetFileName(file)}" });
            if (outcome == InsertOutcome.Conflict)
            {
                remarks.Add($"{file}: the store has a plan {plan.Id} with another print and keeps it; delete the plan there to take this one in.");
            }

            if (outcome != InsertOutcome.Inserted) continue;
            imported++;
            audit.Append(new AuditRecord(time.GetUtcNow(), AuditOutcome.Applied) { Who = Environment.UserName, From = Environment.MachineName, Operation = "seeds", Changed = [(plan.Id, plan.Version)] });
            remarks.AddRange(reading.UnknownDeadlines.Select(text => $"{file}: this deadline could not be read and is kept as text: '{text}'"));
        }

        return new(Path.GetFullPath(folder), imported, remarks.ToImmutable());
    }
}
