using System.Collections.Immutable;
using GovGraph.Api.Access;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Types;
using GovGraph.Storage.Audit;

namespace GovGraph.Api.Audit;

/// <summary>Writes down what every mutation came to, and every refusal of a field that asks for a scope.</summary>
internal static class AuditWitness
{
    private const string CodeOfNone = "ERROR";

    public static FieldWitness? Of(FieldDefinition field, Schema schema)
    {
        var isMutation = schema.MutationType!.Fields.GetValueOrDefault(field.Name) == field;
        if (!isMutation && Authorization.ScopesOf(field).IsEmpty) return null;

        var ids = new InputIds(field);
        return (context, value, fault) => Witness(context, value, fault, ids, isMutation);
    }

    private static void Witness(FieldContext context, object? value, Exception? fault, InputIds ids, bool isMutation)
    {
        var audit = context.Get<RequestAudit>();
        switch (fault)
        {
            case null when !isMutation:
                return;
            case null:
                var payload = PayloadSummary.Of(value);
                audit.Append(audit.Record(context, OutcomeOf(context, payload, audit.TakeReplay())) with
                {
                    Ids = [.. ids.In(context.Arguments).Union(payload.Made)],
                    Changed = payload.Changed,
                    Codes = payload.Codes,
                });
                return;
            case GraphQLException refusal:
                audit.Append(audit.Record(context, AuditOutcome.Refused) with { Ids = ids.In(context.Arguments), Codes = [refusal.Error.Code ?? CodeOfNone] });
                return;
            case OperationCanceledException:
                audit.Append(audit.Record(context, AuditOutcome.Unknown) with { Ids = ids.In(context.Arguments) });
                return;
            default:
                audit.Hold(audit.Record(context, AuditOutcome.Failed) with { Ids = ids.In(context.Arguments) });
                return;
        }
    }

    private static AuditOutcome OutcomeOf(FieldContext context, PayloadSummary payload, bool isReplayed)
    {
        if (payload.Changed.IsEmpty && !payload.Codes.IsEmpty) return AuditOutcome.Refused;
        if (isReplayed) return AuditOutcome.Replayed;
        return context.Argument<IReadOnlyDictionary<string, object?>>("input") is { } input && input.TryGetValue("validateOnly", out var only) && only is true
            ? AuditOutcome.Validated
            : AuditOutcome.Applied;
    }
}
