using GovGraph.Plans;
using GovGraph.Storage.Files.Changes;
using GovGraph.Storage.Files.Journals;
using GovGraph.Storage.History;
using GovGraph.Storage.Memory;

namespace GovGraph.Storage.Files;

/// <summary>Makes the plans of a moment out of those of now. Only plans to which something has happened since are others.</summary>
internal sealed class PastSets(ChangeLog changes, Func<(StoreState State, PlanSet Plans)> now)
{
    // Who reads on page by page asks for the same moment again; what nobody holds any more may go.
    private readonly WeakReference<PastSet?> last = new(null);

    public async ValueTask<PastSet> At(DateTimeOffset moment, CancellationToken cancellation)
    {
        var (state, plans) = now();
        if (last.TryGetTarget(out var known) && known.Moment == moment && ReferenceEquals(known.Now, plans))
        {
            return known;
        }

        var since = await changes.ChangedAfter(moment, state, cancellation).ConfigureAwait(false);
        var made = await Task.Run(() => Make(moment, plans, since), cancellation).ConfigureAwait(false);
        last.SetTarget(made);
        return made;
    }

    /// <summary>One plan; null where it was not there.</summary>
    public async ValueTask<Plan?> PlanAt(string id, DateTimeOffset moment, CancellationToken cancellation)
    {
        var (state, plans) = now();
        var happened = await changes.Of(id, state, cancellation).ConfigureAwait(false);
        using var lines = changes.Lines();
        return plans.Plan(id) is { } plan ? Back(plan, happened, moment, lines) : null;
    }

    /// <summary>What a key named; null where its plan has begun another life since.</summary>
    public async ValueTask<PastChange?> After(KeyUse use, CancellationToken cancellation)
    {
        var (state, plans) = now();
        var happened = await changes.Of(use.PlanId, state, cancellation).ConfigureAwait(false);
        var index = happened.TakeWhile(change => change.PlanVersion != use.PlanVersion).Count();
        using var lines = changes.Lines();
        return index < happened.Count && plans.Plan(use.PlanId) is { } plan
            && lines.EventOf(happened[index]) is var made && made.Record.Key?.Name == use.Name && Back(plan, happened, index + 1, lines) is { } past
            ? new PastChange(made, past)
            : null;
    }

    private PastSet Make(DateTimeOffset moment, PlanSet plans, List<IReadOnlyList<LoggedChange>> since)
    {
        var (back, absent) = (new List<Plan>(since.Count), new HashSet<string>(StringComparer.Ordinal));
        using var lines = changes.Lines();
        foreach (var happened in since)
        {
            if (plans.Plan(happened[0].PlanId) is not { } plan)
            {
                continue;
            }

            if (Back(plan, happened, moment, lines) is { } past)
            {
                back.Add(past);
            }
            else
            {
                absent.Add(plan.Id);
            }
        }

        return new PastSet(moment, plans, plans.Replace(back), absent);
    }

    private static Plan? Back(Plan plan, IReadOnlyList<LoggedChange> happened, DateTimeOffset moment, JournalLines lines) =>
        Back(plan, happened, PlanPast.Happened(happened, change => change.At, moment), lines);

    private static Plan? Back(Plan plan, IReadOnlyList<LoggedChange> happened, int count, JournalLines lines) => PlanPast.Of(
        plan,
        happened,
        count,
        change => (change.IsPlanAdded ? null : change.NodeId, change.PlanVersion),
        lines.EventOf);
}

/// <summary>The plans of a moment.</summary>
/// <param name="Moment">When.</param>
/// <param name="Now">Those that it was made of.</param>
/// <param name="Plans">As they were; those that were not there are still among them, since the index knows their places.</param>
/// <param name="Absent">Those that were not there.</param>
internal sealed record PastSet(DateTimeOffset Moment, PlanSet Now, PlanSet Plans, HashSet<string> Absent);
