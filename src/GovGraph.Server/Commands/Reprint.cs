using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;

namespace GovGraph.Server.Commands;

/// <summary>A new print of a plan that the store has: what has happened to its tasks goes on.</summary>
/// <param name="Plan">The new print with the old progress, as the next version.</param>
/// <param name="Lost">Tasks that something has happened to and that the new print does not have; with any of them it is refused.</param>
internal sealed record Reprint(Plan Plan, ImmutableArray<string> Lost)
{
    private static readonly TaskProgress s_nothingYet = new();

    public static Reprint Of(Plan print, Plan existing)
    {
        var next = print;
        var lost = ImmutableArray.CreateBuilder<string>();
        foreach (var task in existing.Tasks.Where(task => task.Version > 1 || task.Progress != s_nothingYet))
        {
            if (next.Task(task.Id) is { } same) next = next.With(same.WithProgress(task.Progress));
            else lost.Add(task.Id);
        }

        // Also where no task has any progress, it is another version than before.
        return new(next.Tasks.IsEmpty ? next : next.With(next.Tasks[0], existing.Version + 1), lost.ToImmutable());
    }
}
