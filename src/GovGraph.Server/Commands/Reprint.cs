using System.Collections.Immutable;
using GovGraph.Plans;

namespace GovGraph.Server.Commands;

/// <summary>A new print of a plan that the store has: what has happened to its tasks and indicators goes on.</summary>
/// <param name="Plan">The new print with the old progress, as the next version.</param>
/// <param name="Lost">Tasks and indicators that something has happened to and that the new print does not have; with any of them it is refused.</param>
internal sealed record Reprint(Plan Plan, ImmutableArray<string> Lost)
{
    public static Reprint Of(Plan print, Plan existing)
    {
        var next = print;
        var lost = ImmutableArray.CreateBuilder<string>();
        foreach (var node in existing.AllTracked.Where(node => !node.Progress.IsNone))
        {
            if (next.Tracked(node.Id) is { } same && same.GetType() == node.GetType()) next = next.With(same.WithProgress(node.Progress));
            else lost.Add(node.Id);
        }

        // Also where nothing has any progress, it is another version than before.
        return new(next.AllTracked.FirstOrDefault() is { } first ? next.With(first, existing.Version + 1) : next, lost.ToImmutable());
    }
}
