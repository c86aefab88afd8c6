using System.Collections.Immutable;
using GovGraph.Plans.Documents;
using GovGraph.Storage.Disks;

namespace GovGraph.Storage.Files;

/// <summary>Brings the plan files of a store up to the present version of their format. The journal and the history stay: they are brought up whenever they are read.</summary>
public static class FolderMigration
{
    private const string PlanEnding = ".json";

    /// <param name="path">The folder of the store, which nobody may have open.</param>
    /// <param name="isDryRun">Only tells.</param>
    /// <exception cref="StoreException">It is in use, or holds a plan that is too new or too old: then nothing is written.</exception>
    public static MigrationReport Run(string path, bool isDryRun) => Run(path, isDryRun, new OsDisk(), PlanFormat.Present);

    internal static MigrationReport Run(string path, bool isDryRun, Disk disk, PlanFormat format)
    {
        var folder = new StoreFolder(path);
        try
        {
            using var held = disk.Lock(folder.Lock) ?? throw FileStore.InUse(disk, folder);
            return Run(folder, isDryRun, disk, format);
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            throw fault.ToStoreException("The plans could not be brought up to date", folder.Root);
        }
    }

    private static MigrationReport Run(StoreFolder folder, bool isDryRun, Disk disk, PlanFormat format)
    {
        var (plans, old, unreadable) = (0, new List<(string Path, byte[] Content)>(), ImmutableArray.CreateBuilder<string>());
        foreach (var name in disk.Files(folder.Plans).Where(name => name.EndsWith(PlanEnding, StringComparison.Ordinal)))
        {
            var (file, content) = (Path.Combine(folder.Plans, name), disk.Read(Path.Combine(folder.Plans, name)));
            var version = PlanFormat.VersionOf(content);
            if (version is { } known && format.WhyNot(known) is { } why)
            {
                throw new StoreException($"{file} {why}");
            }

            var renewed = format.Renew(content);
            if (version is null || PlanFile.Read(renewed) is { Plan: null })
            {
                unreadable.Add(file);
                continue;
            }

            plans++;
            if (version < format.Version)
            {
                old.Add((file, renewed));
            }
        }

        foreach (var (file, content) in isDryRun ? [] : old)
        {
            disk.Replace(file, PlanFile.Write(PlanFile.Read(content).Plan!));
        }

        if (old.Count > 0 && !isDryRun)
        {
            disk.FlushFolder(folder.Plans);
        }

        return new MigrationReport(plans, [.. old.Select(plan => plan.Path)], unreadable.ToImmutable());
    }
}
