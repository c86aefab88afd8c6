using System.Collections.Concurrent;
using GovGraph.Plans;
using GovGraph.Plans.Evidence;
using GovGraph.Storage;
using GovGraph.Storage.Contents;

namespace GovGraph.Server.Commands;

/// <summary>Takes the files along that the evidence of plans names, where plans go from one place to another.</summary>
/// <param name="open">Opens a content of the place that they come from; null where it is not there.</param>
/// <param name="keep">Keeps it at the other place, if it is not there already; why it could not, or null.</param>
internal sealed class FilesAlong(
    Func<string, CancellationToken, ValueTask<Stream?>> open, Func<EvidenceItem, Func<CancellationToken, ValueTask<Stream?>>, CancellationToken, ValueTask<string?>> keep)
{
    private const int Told = 10;

    private readonly ConcurrentDictionary<string, bool> _seen = [];
    private readonly ConcurrentQueue<string> _faults = [];

    /// <summary>Into a store.</summary>
    public static FilesAlong Into(PlanStore to, Func<string, CancellationToken, ValueTask<Stream?>> open)
    {
        var uploads = new FileUploads(to, new FileLimits(), TimeProvider.System);
        return new(open, async (item, read, cancellation) =>
        {
            await using (var there = await to.Contents.Open(item.Sha256!, cancellation))
            {
                if (there is not null) return null;
            }

            await using var content = await read(cancellation);
            if (content is null) return "it is not there";

            var file = new NewFile(item.FileName!, item.Size!.Value, item.Sha256!, item.MediaType);
            return (await uploads.Copy(file, item.MediaType!, content, cancellation))?.Message;
        });
    }

    /// <summary>From a store.</summary>
    public static Func<string, CancellationToken, ValueTask<Stream?>> Of(PlanStore from) => async (sha256, cancellation) => await from.Contents.Open(sha256, cancellation);

    /// <summary>Before the plan itself, so that none names a file that is still to come.</summary>
    public async ValueTask Take(Plan plan, CancellationToken cancellation)
    {
        foreach (var item in plan.Tasks.SelectMany(task => task.Evidence).Where(item => item.Kind == EvidenceKind.File))
        {
            if (!_seen.TryAdd(item.Sha256!, true)) continue;
            if (await keep(item, stop => open(item.Sha256!, stop), cancellation) is { } fault) _faults.Enqueue($"{item.Id}, '{item.FileName}', {item.Sha256}: {fault}");
        }
    }

    /// <summary>Tells which files are missing; whether all are there.</summary>
    public bool Tell(TextWriter error)
    {
        if (_faults.IsEmpty) return true;

        error.WriteLine($"{_faults.Count} files of evidence could not be taken along; their evidence has no content until they are:");
        foreach (var fault in _faults.Order(StringComparer.Ordinal).Take(Told)) error.WriteLine($"- {fault}");
        if (_faults.Count > Told) error.WriteLine($"- and {_faults.Count - Told} more");
        return false;
    }
}
