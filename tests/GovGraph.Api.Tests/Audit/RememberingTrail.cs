using GovGraph.Storage.Audit;

namespace GovGraph.Api.Tests.Audit;

/// <summary>Keeps what it is told, for a test to look at.</summary>
internal sealed class RememberingTrail : AuditTrail
{
    public List<AuditRecord> Records { get; } = [];

    public override void Append(AuditRecord record) => Records.Add(record);

    public override IAsyncEnumerable<ReadOnlyMemory<byte>> Read(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
