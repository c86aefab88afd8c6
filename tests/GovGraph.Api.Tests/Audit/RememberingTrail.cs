using GovGraph.Storage.Audit;

namespace GovGraph.Api.Tests.Audit;

/// <summary>Keeps what it is told, for a test to look at.</summary>
internal sealed class RememberingTrail : AuditTrail
{
    private readonly Lock _lock = new();
    private readonly List<AuditRecord> _records = [];

    public IReadOnlyList<AuditRecord> Records
    {
        get
        {
            lock (_lock) return [.. _records];
        }
    }

    public override void Append(AuditRecord record)
    {
        lock (_lock) _records.Add(record);
    }

    public override IAsyncEnumerable<ReadOnlyMemory<byte>> Read(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
