using GovGraph.Storage;
using GovGraph.Storage.Contents;

namespace GovGraph.Server.Files;

/// <summary>Forgets expired uploads now and then.</summary>
internal sealed class UploadExpiry(FileUploads uploads, TimeProvider time, ILogger<UploadExpiry> logger) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await uploads.Expire(stoppingToken) is > 0 and var count) logger.LogInformation("{Count} expired uploads were taken away", count);
            }
            catch (StoreException fault)
            {
                logger.LogWarning("Expired uploads stay for now: {Fault}", fault.Message);
            }
        }
    }
}
