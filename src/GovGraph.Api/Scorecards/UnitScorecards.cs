using System.Collections.Immutable;
using GovGraph.Api.Units;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Scorecards;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Grouping;

namespace GovGraph.Api.Scorecards;

/// <summary>Finds a unit by its id, or by a name and its body, and its tasks of two years.</summary>
internal static class UnitScorecards
{
    private const int BodiesNamed = 5;

    public static async ValueTask<UnitScorecard?> Find(PlanStore store, FieldContext context)
    {
        var asOf = context.Argument<DateOnly?>("asOf") ?? context.Get<Moment>().Today;
        var year = context.Argument<int?>("year") ?? asOf.Year;
        if (await Unit(store, context.Argument<string>("unit"), asOf, context) is not { } unit) return null;

        // Nothing is printed for the year below the lowest, so both years may be the same.
        var years = UnitTasks.OfYears(year, year == int.MinValue ? year : year - 1);
        var tasks = await store.FindTasks(new Query<PlanTask> { Filter = Filter.And(UnitTasks.OfUnit(unit.Id), years) }, context.CancellationToken);
        return new UnitScorecard(unit, year, asOf, tasks.Items);
    }

    private static async ValueTask<Unit?> Unit(PlanStore store, string name, DateOnly asOf, FieldContext context)
    {
        var byId = await store.FindUnits(new Query<Unit> { Filter = Filter.Eq("id", name) }, context.CancellationToken);
        if (byId.Items is [var found]) return found;

        var issuer = context.Argument<string?>("issuer") ?? await OnlyBody(store, name, asOf, context);
        if (issuer is null) return null;

        var ofBody = await store.FindUnits(new Query<Unit> { Filter = Filter.Object("issuer", Filter.Eq("id", issuer)) }, context.CancellationToken);
        return ofBody.Items.FirstOrDefault(unit => unit.Matches(name));
    }

    /// <summary>The one body in whose plans a unit of this name has tasks.</summary>
    private static async ValueTask<string?> OnlyBody(PlanStore store, string name, DateOnly asOf, FieldContext context)
    {
        var bodies = await store.GroupTasks(
            new GroupQuery { By = [TaskGroupKey.Issuer], AsOf = asOf, Filter = Filter.Involves(name), Groups = new() { Page = new() { First = BodiesNamed } } },
            context.CancellationToken);
        return bodies.Items.Length <= 1 ? bodies.Items.FirstOrDefault()?.Key.Issuer!.Id : throw new GraphQLException(new GraphQLError(
            $"Several bodies have a unit of the name `{name}`: name one by `issuer`, such as {string.Join(", ", bodies.Items.Select(body => $"`{body.Key.Issuer!.Id}`"))}.")
        {
            Code = "AMBIGUOUS_UNIT",
            Extensions = ImmutableDictionary<string, object?>.Empty.Add("argument", "unit").Add("coordinate", context.Coordinate),
        });
    }
}
