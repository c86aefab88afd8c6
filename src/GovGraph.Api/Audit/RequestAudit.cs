using GovGraph.Api.Access;
using GovGraph.Api.History;
using GovGraph.GraphQL.Execution;
using GovGraph.Storage.Audit;

namespace GovGraph.Api.Audit;

/// <summary>Where the records of one request go.</summary>
/// <param name="trail">Keeps them.</param>
/// <param name="from">The network address that it came from.</param>
public sealed class RequestAudit(AuditTrail trail, string? from)
{
    /// <summary>For requests that nobody keeps an account of.</summary>
    public static RequestAudit None { get; } = new(AuditTrail.None, null);

    // Mutations run one after the other, so there is never more than one.
    private AuditRecord? _failed;
    private bool _isReplayed;

    internal void Append(AuditRecord record) => trail.Append(record);

    /// <summary>Says of the mutation under way that it was answered as the first time, and changed nothing.</summary>
    internal void Replay() => _isReplayed = true;

    /// <summary>Whether that was said, once.</summary>
    internal bool TakeReplay()
    {
        var wasReplayed = _isReplayed;
        _isReplayed = false;
        return wasReplayed;
    }

    /// <summary>Holds a record until its fault has an id.</summary>
    internal void Hold(AuditRecord record) => _failed = record;

    /// <summary>Appends the record of a mutation that failed, with the id under which the log has why.</summary>
    public static void Failed(FieldFault fault)
    {
        if (fault.State.Find<RequestAudit>() is not { _failed: { } record } audit) return;
        audit._failed = null;
        audit.Append(record with { ErrorId = fault.ErrorId });
    }

    internal AuditRecord Record(FieldContext context, AuditOutcome outcome) => new(context.Get<Moment>().Now, outcome)
    {
        Who = context.Get<Caller>().Name,
        KeyId = context.Get<Caller>().KeyId,
        From = from,
        Client = context.Get<RequestClient>().Name,
        Operation = context.OperationName,
        Field = context.FieldName,
    };
}
