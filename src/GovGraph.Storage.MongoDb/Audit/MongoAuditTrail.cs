using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using GovGraph.Storage.Audit;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;

namespace GovGraph.Storage.MongoDb.Audit;

/// <summary>The trail in MongoDB: a collection whose documents the server deletes when their time is over.</summary>
/// <remarks>Records wait in memory for the next insertion, which takes all of them: asking the server for each would take as long as the change itself.</remarks>
internal sealed class MongoAuditTrail : AuditTrail
{
    private const int MostWaiting = 10_000;
    private const int MostAtOnce = 500;
    private const int Attempts = 3;
    private static readonly TimeSpan s_longestEnd = TimeSpan.FromSeconds(5);

    private readonly MongoConnection _connection;
    private readonly AuditOptions _options;
    private readonly Channel<AuditRecord> _waiting = Channel.CreateBounded<AuditRecord>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Task _inserting;
    private bool _hasIndexes;

    public MongoAuditTrail(MongoConnection connection, AuditOptions options)
    {
        (_connection, _options) = (connection, options);
        _inserting = Task.Run(InsertAll);
    }

    public override void Append(AuditRecord record)
    {
        if (_waiting.Writer.TryWrite(record)) return;
        Lose([record], new StoreException($"{MostWaiting} audit records wait for MongoDB already, or the program ends."));
    }

    public override async IAsyncEnumerable<ReadOnlyMemory<byte>> Read(
        DateTimeOffset since, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var lines = await MongoStore.Guarded(() => _connection.Run(
            new Find<byte[]>(
                Collections.Audit,
                filter => filter.BeginDocument("at"u8).DateTime("$gte"u8, since).DateTime("$lt"u8, until).End(),
                AuditBson.ReadLine) { Sort = ["at", "_id"] },
            cancellation)).ConfigureAwait(false);
        foreach (var line in lines) yield return line;
    }

    public override async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _inserting.WaitAsync(s_longestEnd, _options.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task InsertAll()
    {
        var records = new List<AuditRecord>();
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            records.Clear();
            while (records.Count < MostAtOnce && _waiting.Reader.TryRead(out var record)) records.Add(record);
            await Insert(records).ConfigureAwait(false);
        }
    }

    private async Task Insert(List<AuditRecord> records)
    {
        // The same ids each time: what came through before the line broke is not there twice.
        var documents = records.Select(record => AuditBson.Write(record, record.At.AddDays(_options.Days))).ToList();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (!_hasIndexes) await _connection.Run(new CreateIndexes(Collections.Audit, Collections.AuditIndexes), CancellationToken.None).ConfigureAwait(false);
                _hasIndexes = true;
                await _connection.Run(new Insert(Collections.Audit, [.. documents.Select(document => (ReadOnlyMemory<byte>)document)]), CancellationToken.None).ConfigureAwait(false);
                return;
            }
            catch (MongoException fault) when (documents.Count > 1 && fault.Fault == MongoFault.DuplicateKey)
            {
                // Some came through before the line broke.
                for (var index = 0; index < documents.Count; index++) await InsertOne(records[index], documents[index]).ConfigureAwait(false);
                return;
            }
            catch (Exception fault) when (fault is MongoException or ObjectDisposedException)
            {
                if (attempt < Attempts && fault is MongoException) continue;
                Lose(records, fault);
                return;
            }
        }
    }

    private async Task InsertOne(AuditRecord record, byte[] document)
    {
        try
        {
            await _connection.Run(new Insert(Collections.Audit, document), CancellationToken.None).ConfigureAwait(false);
        }
        catch (MongoException fault) when (fault.Fault == MongoFault.DuplicateKey)
        {
            // It is there.
        }
        catch (Exception fault) when (fault is MongoException or ObjectDisposedException)
        {
            Lose([record], fault);
        }
    }

    private void Lose(IEnumerable<AuditRecord> records, Exception fault)
    {
        foreach (var record in records) _options.OnFault(Encoding.UTF8.GetString(AuditJson.Line(record)).TrimEnd(), fault);
    }
}
