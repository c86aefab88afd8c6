using System.Collections.Immutable;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Documents;
using GovGraph.Storage.Fields;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Queries;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>A request for more time. Its state follows from the decision and is written for queries only.</summary>
internal static class ExtensionBson
{
    public static void Write(BsonWriter writer, DeadlineExtension item)
    {
        writer.String("id"u8, item.Id).Date("due"u8, item.Due).Date("until"u8, item.Until).String("reason"u8, item.Reason);
        writer.Text("by"u8, item.By).Moment("at"u8, "atText"u8, item.At);
        if (item.Decision is { } decision)
        {
            writer.BeginDocument("decision"u8).String("verdict"u8, Stored.Name(decision.Verdict)).Day("until"u8, decision.Until);
            writer.Text("by"u8, decision.By).Moment("at"u8, "atText"u8, decision.At).Text("reason"u8, decision.Reason).End();
        }
        writer.String("state"u8, Stored.Name(item.State)).Search(ExtensionFields.Map, item);
    }

    public static ImmutableArray<DeadlineExtension> Read(BsonReader items) => items.Items(members => PlanBuilder.Build(ReadItem(members)));

    /// <summary>An extension as a file holds it.</summary>
    public static ExtensionDocument ReadItem(BsonReader members)
    {
        string? id = null, reason = null, by = null;
        DateOnly? due = null, until = null;
        DateTimeOffset? at = null, exact = null;
        ExtensionDecisionDocument? decision = null;
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Id: id = members.Text(); break;
                case Member.Due: due = members.Day(); break;
                case Member.Until: until = members.Day(); break;
                case Member.Reason: reason = members.Text(); break;
                case Member.By: by = members.Text(); break;
                case Member.At: at = members.DateTime(); break;
                case Member.AtText: exact = members.Moment(); break;
                case Member.Decision: decision = ReadDecision(members.Enter()); break;
                case Member.State or Member.Search: break;
                default: throw members.Unknown();
            }
        }
        return new ExtensionDocument
        {
            Id = id ?? throw DocumentValues.Missing("id"),
            Due = due ?? throw DocumentValues.Missing("due"),
            Until = until ?? throw DocumentValues.Missing("until"),
            Reason = reason ?? throw DocumentValues.Missing("reason"),
            By = by,
            At = exact ?? at ?? throw DocumentValues.Missing("at"),
            Decision = decision,
        };
    }

    private static ExtensionDecisionDocument ReadDecision(BsonReader members)
    {
        ExtensionVerdict? verdict = null;
        string? by = null, reason = null;
        DateOnly? until = null;
        DateTimeOffset? at = null, exact = null;
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Verdict: verdict = members.Named<ExtensionVerdict>(); break;
                case Member.Until: until = members.Day(); break;
                case Member.By: by = members.Text(); break;
                case Member.At: at = members.DateTime(); break;
                case Member.AtText: exact = members.Moment(); break;
                case Member.Reason: reason = members.Text(); break;
                default: throw members.Unknown();
            }
        }
        return new ExtensionDecisionDocument
        {
            Verdict = verdict ?? throw DocumentValues.Missing("verdict"),
            Until = until,
            By = by,
            At = exact ?? at ?? throw DocumentValues.Missing("at"),
            Reason = reason,
        };
    }
}
