using GovGraph.Storage;
using GovGraph.Storage.Audit;
using GovGraph.Storage.MongoDb;

namespace GovGraph.Server;

/// <summary>How long it is kept who changed what, and who was turned away: docs/audit.md.</summary>
internal sealed class AuditSettings
{
    private const long BytesOfMegabyte = 1024 * 1024;
    private static readonly AuditOptions s_options = new();

    public int Days { get; init; } = s_options.Days;

    /// <summary>Of the embedded store's folder; MongoDB deletes by days alone.</summary>
    public int MaxMegabytes { get; init; } = (int)(s_options.MaxBytes / BytesOfMegabyte);

    /// <exception cref="StartException">Nothing would be kept.</exception>
    public void Check()
    {
        if (Days < 1) throw new StartException($"the setting GovGraph__Audit__Days must be 1 or more, but it is {Days}.");
        if (MaxMegabytes < 1) throw new StartException($"the setting GovGraph__Audit__MaxMegabytes must be 1 or more, but it is {MaxMegabytes}.");
    }

    /// <summary>The trail beside the plans, wherever they are kept.</summary>
    public AuditTrail Open(PlanStore store, StorageSettings storage, TimeProvider time, ILogger logger)
    {
        var options = new AuditOptions { Days = Days, MaxBytes = MaxMegabytes * BytesOfMegabyte, Time = time, OnFault = Tell };
        return store is MongoStore mongo ? mongo.Audit(options) : new FileAuditTrail(Path.GetFullPath(storage.Path), options);

        void Tell(string? line, Exception fault)
        {
            if (line is null) logger.LogError(fault, "The audit trail goes on: {Fault}", fault.Message);
            else logger.LogError(fault, "This audit record could not be kept and stands here instead: {Record}", line);
        }
    }
}
