using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Evidence;
using GovGraph.Storage.Fields;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Queries;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>A piece of evidence. Its state follows from its reviews and is written for queries only.</summary>
internal static class EvidenceBson
{
    public static void Write(BsonWriter writer, EvidenceItem item)
    {
        writer.String("id"u8, item.Id).String("kind"u8, Stored.Name(item.Kind)).Text("title"u8, item.Title).Text("number"u8, item.Number);
        writer.Day("date"u8, item.Date).Text("issuer"u8, item.Issuer).Text("url"u8, item.Url).Text("fileName"u8, item.FileName);
        if (item.Size is { } size)
            writer.Int64("size"u8, size);
        writer.Text("sha256"u8, item.Sha256).Text("mediaType"u8, item.MediaType);
        if (item.Value is { } value)
            writer.Decimal("value"u8, value);
        writer.Text("unit"u8, item.Unit).Text("period"u8, item.Period?.ToString());
        writer.Text("note"u8, item.Note).Moment("addedAt"u8, "addedAtText"u8, item.AddedAt);
        writer.List("reviews"u8, item.Reviews, review =>
            Decided(writer.String("decision"u8, Stored.Name(review.Decision)), review.By, review.At, review.Reason));
        if (item.Withdrawal is { } withdrawal)
            Decided(writer.BeginDocument("withdrawal"u8), withdrawal.By, withdrawal.At, withdrawal.Reason).End();
        writer.String("state"u8, Stored.Name(item.State)).Search(EvidenceFields.Map, item);
    }

    public static ImmutableArray<EvidenceItem> Read(BsonReader items) => items.Items(members => PlanBuilder.Build(ReadItem(members)));

    /// <summary>An evidence item as a file holds it.</summary>
    public static EvidenceDocument ReadItem(BsonReader members)
    {
        string? id = null, title = null, number = null, issuer = null, url = null, fileName = null, sha256 = null, mediaType = null, unit = null, period = null, note = null;
        EvidenceKind? kind = null;
        DateOnly? date = null;
        long? size = null;
        decimal? value = null;
        DateTimeOffset? addedAt = null, exact = null;
        ReviewDocument[]? reviews = null;
        WithdrawalDocument? withdrawal = null;
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Id: id = members.Text(); break;
                case Member.Kind: kind = members.Named<EvidenceKind>(); break;
                case Member.Title: title = members.Text(); break;
                case Member.Number: number = members.Text(); break;
                case Member.Date: date = members.Day(); break;
                case Member.Issuer: issuer = members.Text(); break;
                case Member.Url: url = members.Text(); break;
                case Member.FileName: fileName = members.Text(); break;
                case Member.Size: size = members.Int64(); break;
                case Member.Sha256: sha256 = members.Text(); break;
                case Member.MediaType: mediaType = members.Text(); break;
                case Member.Value: value = members.Decimal(); break;
                case Member.Unit: unit = members.Text(); break;
                case Member.Period: period = Period.TryParse(members.Text(), out _) ? members.Text() : throw members.Unexpected("a period such as 2024-Q3"); break;
                case Member.Note: note = members.Text(); break;
                case Member.AddedAt: addedAt = members.DateTime(); break;
                case Member.AddedAtText: exact = members.Moment(); break;
                case Member.Reviews: reviews = ReadReviews(members); break;
                case Member.Withdrawal: withdrawal = ReadWithdrawal(members.Enter()); break;
                case Member.State or Member.Search: break;
                default: throw members.Unknown();
            }
        }
        return new EvidenceDocument
        {
            Id = id ?? throw DocumentValues.Missing("id"),
            Kind = kind ?? throw DocumentValues.Missing("kind"),
            Title = title,
            Number = number,
            Date = date,
            Issuer = issuer,
            Url = url,
            FileName = fileName,
            Size = size,
            Sha256 = sha256,
            MediaType = mediaType,
            Value = value,
            Unit = unit,
            Period = period,
            Note = note,
            AddedAt = exact ?? addedAt ?? throw DocumentValues.Missing("addedAt"),
            Reviews = reviews,
            Withdrawal = withdrawal,
        };
    }

    private static BsonWriter Decided(BsonWriter writer, string? by, DateTimeOffset at, string? reason) =>
        writer.Text("by"u8, by).Moment("at"u8, "atText"u8, at).Text("reason"u8, reason);

    private static ReviewDocument[] ReadReviews(BsonReader member)
    {
        var reviews = new ReviewDocument[member.Count()];
        var items = member.Enter();
        for (var i = 0; items.Next(); i++)
        {
            var (decision, by, at, reason) = ReadDecided(items.Enter());
            reviews[i] = new ReviewDocument { Decision = decision ?? throw DocumentValues.Missing("decision"), By = by, At = at, Reason = reason };
        }
        return reviews;
    }

    private static WithdrawalDocument ReadWithdrawal(BsonReader members)
    {
        var (_, by, at, reason) = ReadDecided(members);
        return new WithdrawalDocument { By = by, At = at, Reason = reason };
    }

    private static (ReviewDecision? Decision, string? By, DateTimeOffset At, string? Reason) ReadDecided(BsonReader members)
    {
        ReviewDecision? decision = null;
        string? by = null, reason = null;
        DateTimeOffset? at = null, exact = null;
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Decision: decision = members.Named<ReviewDecision>(); break;
                case Member.By: by = members.Text(); break;
                case Member.At: at = members.DateTime(); break;
                case Member.AtText: exact = members.Moment(); break;
                case Member.Reason: reason = members.Text(); break;
                default: throw members.Unknown();
            }
        }
        return (decision, by, exact ?? at ?? throw DocumentValues.Missing("at"), reason);
    }
}
