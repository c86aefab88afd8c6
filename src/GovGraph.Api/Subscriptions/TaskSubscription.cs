using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GovGraph.Api.Access;
using GovGraph.Api.Filters;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;

namespace GovGraph.Api.Subscriptions;

/// <summary><c>onTaskChanged</c>: what happens to tasks, from now on or from a cursor on.</summary>
internal static class TaskSubscription
{
    public static void Bind(SchemaBindings bindings)
    {
        bindings.StreamAsync("onTaskChanged", OpenAsync, Renew);
        bindings.Type<TaskChanged>("TaskChanged", changes =>
        {
            changes.Field("cursor", change => change.Cursor);
            changes.Field("isMatch", change => change.IsMatch);
            changes.Field("task", change => change.Task);
            changes.Field("change", change => change.Entry);
        });
    }

    private static async ValueTask<IAsyncEnumerable<TaskChanged>> OpenAsync(FieldContext context)
    {
        var tail = context.Get<ChangeTail>();
        var filter = new TaskChangeFilter(context.Argument<IReadOnlyDictionary<string, object?>?>("where"), context.Get<Caller>(), tail.Time);
        var now = await tail.NowAsync(context.CancellationToken);
        return TellAsync(tail, PlaceOf(context, now), filter);
    }

    private static async IAsyncEnumerable<TaskChanged> TellAsync(
        ChangeTail tail, ChangePlace place, TaskChangeFilter filter, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var page in tail.FollowAsync(place, cancellation))
        {
            foreach (var change in page.Changes)
            {
                if (filter.Judge(change) is { } told) yield return told;
            }
        }
    }

    private static ChangePlace PlaceOf(FieldContext context, ChangePlace now)
    {
        if (context.Argument<string?>("after") is not { } after) return now;
        if (ChangePlace.Read(after) is not { } place)
        {
            throw Refuse(context, "The cursor specified in `after` is not one of changes: take a `cursor` of `onTaskChanged`, or of `changes` without `where` and `since`.");
        }

        // Waiting there would pass over all that happens until then.
        return place.IsBehind(now)
            ? throw Refuse(context, "The cursor specified in `after` lies behind all that has happened in this store: it comes from another one, or this one was put back. Read `changes` anew, and go on from its last cursor.")
            : place;
    }

    private static GraphQLException Refuse(FieldContext context, string message) => new(new GraphQLError(message)
    {
        Code = "HC0078",
        Extensions = ImmutableDictionary<string, object?>.Empty.Add("argument", "after").Add("coordinate", context.Coordinate),
    });

    // A line may stay open for days: each event is told at its own moment.
    private static void Renew(FieldContext context, RequestState state) => state.Set(Moment.Of(context.Get<ChangeTail>().Time)).Set(new Selections());
}
