using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Documents;

namespace GovGraph.Storage.MongoDb;

/// <summary>The collections and their indexes; docs/mongodb.md says what each index is for.</summary>
internal static class Collections
{
    public const string Plans = "plans";

    /// <summary>All changes of all plans, numbered.</summary>
    public const string Feed = "feed";

    /// <summary>What is being handed in, and the bytes of it that have arrived.</summary>
    public const string Uploads = "uploads";

    public const string Pieces = "uploads.pieces";

    /// <summary>How much each owner has begun.</summary>
    public const string UploadOwners = "uploads.owners";

    /// <summary>GridFS's own names: https://www.mongodb.com/docs/manual/core/gridfs/.</summary>
    public const string Files = "fs.files";

    public const string Chunks = "fs.chunks";

    public static IReadOnlyList<IndexModel> UploadIndexes { get; } = [new("owner", "owner", "expiresAt"), new("expires", "expiresAt")];

    public static IReadOnlyList<IndexModel> FileIndexes { get; } =
    [
        new("filename_1_uploadDate_1", "filename", "uploadDate"),
        // Sparse: files that other programs put there have no such member.
        new("sha256", "metadata.sha256") { IsUnique = true, IsSparse = true },
    ];

    public static IReadOnlyList<IndexModel> ChunkIndexes { get; } = [new("files_id_1_n_1", "files_id", "n") { IsUnique = true }];

    /// <summary>Who changed what, and who was turned away.</summary>
    public const string Audit = "audit";

    public static IReadOnlyList<IndexModel> AuditIndexes { get; } =
    [
        new("audit_at", "at", "_id"),
        new("audit_expires", "expires") { IsExpiry = true },
    ];

    /// <summary>API keys; as few as a find reads at once, so nothing is searched by an index.</summary>
    public const string Keys = "keys";

    public static IReadOnlyList<IndexModel> KeyIndexes { get; } = [new("name_number", "name", "number") { IsUnique = true, OnlyWhere = "number" }];

    /// <summary>Webhooks with their secrets: who may read this collection can sign as this server.</summary>
    public const string Webhooks = "webhooks";

    public static IReadOnlyList<IndexModel> FeedIndexes { get; } =
    [
        new("feed_change", "change") { IsUnique = true },
        new("feed_plan", "plan", "_id"),
        new("feed_node", "node", "_id"),
        new("feed_at", "at", "_id"),
    ];

    public static IReadOnlyList<IndexModel> PlanIndexes { get; } =
    [
        new("issuer_year_program", "issuer.id", "year", "program"),
        new("program", "program", "_id"),
        new("year", "year", "_id"),
        new("latest", "-year", "_id"),
        new("title", "search.title.order", "_id"),
        new("date", "date.date", "_id"),
        new("units", "units.id"),
        new("spellings", $"{Spelling.Path}.key"),
        new("words", WordsBson.All),
        new("indicators", "areas.indicators.code"),
        new("indicator_values", "areas.indicators.values.to"),
        new("task_count", "taskCount"),
        new("version", "version", "_id"),
        new("unnumbered", $"{Unnumbered.Path}.at", "_id"),
        new("changed", "changes.at", "_id"),
        new("change", "changes.id") { IsUnique = true, OnlyWhere = "changes.id" },
        .. OfTasks("area", "areas.tasks"),
        .. OfTasks("component", "areas.components.tasks"),
    ];

    /// <summary>All collections that have indexes beside the one on <c>_id</c>. Those that only some stores need are small while they are empty.</summary>
    public static IReadOnlyList<(string Collection, IReadOnlyList<IndexModel> Indexes)> Indexed { get; } =
        [(Plans, PlanIndexes), (Feed, FeedIndexes), (Uploads, UploadIndexes), (Files, FileIndexes), (Chunks, ChunkIndexes)];

    private static IndexModel[] OfTasks(string name, string path) =>
    [
        new($"{name}_tasks_unit_due", $"{path}.assignments.keys", $"{path}.deadline.dueDate"),
        new($"{name}_tasks_unit_above", $"{path}.assignments.above"),
        new($"{name}_tasks_due_status", $"{path}.deadline.dueDate", $"{path}.status"),
        new($"{name}_tasks_first_due_status", $"{path}.deadline.firstDueDate", $"{path}.status"),
        new($"{name}_tasks_step_due", $"{path}.deadline.steps.due"),
        new($"{name}_tasks_extended", $"{path}.extendedTo"),
        new($"{name}_tasks_completed", $"{path}.completedOn"),
        new($"{name}_tasks_id", $"{path}.id"),
        new($"{name}_tasks_files", $"{path}.evidence.sha256"),
    ];
}
