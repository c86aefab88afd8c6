namespace GovGraph.Storage.Audit;

/// <summary>Where the records of writes and refusals are kept, in the order in which they were appended.</summary>
public abstract class AuditTrail : IAsyncDisposable
{
    /// <summary>Keeps nothing.</summary>
    public static AuditTrail None { get; } = new NoTrail();

    /// <summary>Takes a record. It neither waits nor throws: what it tells has happened already, and a record that can't be kept is told to the log instead.</summary>
    public abstract void Append(AuditRecord record);

    /// <summary>The records from one moment up to, but not, another, oldest first, each a line of JSON.</summary>
    public abstract IAsyncEnumerable<ReadOnlyMemory<byte>> Read(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellation = default);

    public abstract ValueTask DisposeAsync();

    private sealed class NoTrail : AuditTrail
    {
        public override void Append(AuditRecord record)
        {
        }

        public override IAsyncEnumerable<ReadOnlyMemory<byte>> Read(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellation = default) =>
            AsyncEnumerable.Empty<ReadOnlyMemory<byte>>();

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
