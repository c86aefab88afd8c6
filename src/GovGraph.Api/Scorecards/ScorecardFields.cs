using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Scorecards;

namespace GovGraph.Api.Scorecards;

internal static class ScorecardFields
{
    public static void Bind(SchemaBindings bindings)
    {
        bindings.Type<UnitScorecard>("UnitScorecard", scorecards =>
        {
            scorecards.Field("unit", scorecard => scorecard.Unit);
            scorecards.Field("year", scorecard => scorecard.Year);
            scorecards.Field("asOf", scorecard => scorecard.AsOf);
            scorecards.Field("asLead", scorecard => scorecard.AsLead);
            scorecards.Field("asPartner", scorecard => scorecard.AsPartner);
        });
        bindings.Type<UnitScore>("UnitScore", scores =>
        {
            scores.Field("assigned", score => score.Assigned);
            scores.Field("doneOnTime", score => score.DoneOnTime);
            scores.Field("doneLate", score => score.DoneLate);
            scores.Field("openWithin", score => score.OpenWithin);
            scores.Field("openDueSoon", score => score.OpenDueSoon);
            scores.Field("openOverdue", score => score.OpenOverdue);
            scores.Field("noDeadline", score => score.NoDeadline);
            scores.Field("missingReports", score => score.MissingReports);
            scores.Field("progress", score => score.Progress);
            scores.Field("yearBefore", score => score.YearBefore);
            scores.Field("change", score => score.Change);
        });
        bindings.Type<UnitScoreChange>("UnitScoreChange", changes =>
        {
            changes.Field("assigned", change => change.Assigned);
            changes.Field("doneOnTime", change => change.DoneOnTime);
            changes.Field("doneLate", change => change.DoneLate);
            changes.Field("openWithin", change => change.OpenWithin);
            changes.Field("openDueSoon", change => change.OpenDueSoon);
            changes.Field("openOverdue", change => change.OpenOverdue);
            changes.Field("noDeadline", change => change.NoDeadline);
            changes.Field("missingReports", change => change.MissingReports);
            changes.Field("progress", change => change.Progress);
        });
    }
}
