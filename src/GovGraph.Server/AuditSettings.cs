using GovGraph.Storage.Audit;
using GovGraph.Storage.MongoDb;
using GovGraph.Storage.MongoDb.Access;

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

    /// <summary>The trail beside the plans and the keys, wherever they are kept.</summary>
    /// <param name="opened">What is open there; on MongoDB the trail uses its connection, and ends before it.</param>
    public AuditTrail Open(IAsyncDisposable? opened, StorageSettings storage, TimeProvider time, ILogger logger, bool isBesideOthers = false)
    {
        var options = new AuditOptions { Days = Days, MaxBytes = MaxMegabytes * BytesOfMegabyte, IsBesideOthers = isBesideOthers, Time = time, OnFault = Tell };
        return opened switch
        {
            MongoStore plans => plans.Audit(options),
            MongoKeyStore keys => keys.Audit(options),
            _ => new FileAuditTrail(Path.GetFullPath(storage.Path), options),
        };

        void Tell(string? line, Exception fault)
        {
            if (line is null) logger.LogError(fault, "The audit trail goes on: {Fault}", fault.Message);
            else logger.LogError(fault, "This audit record could not be kept and stands here instead: {Record}", line);
        }
    }
}
