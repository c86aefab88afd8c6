using System.Collections.Immutable;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Tasks;

namespace GovGraph.Plans.Comparison;

/// <summary>Two plans side by side: which areas, components and tasks are the same, what is new, what was dropped, what has changed.</summary>
/// <remarks>
/// a. Areas by title; those left by the titles of their components, as whole headings may be lost in a source.
/// b. Components by title in areas that are the same; those without a title by their label; those left by the same title in any area.
/// c. Tasks by title in components that are the same, then in areas that are the same.
/// What was before comes in its order of print, then what is new in its own.
/// </remarks>
public sealed class PlanComparison
{
    private readonly TitleMatcher matcher = new();

    private PlanComparison(Plan before, Plan after)
    {
        (Before, After) = (before, after);
        var areas = MatchAreas();
        var components = MatchComponents(areas);
        var tasks = MatchTasks(areas, components);
        Areas = InOrder(areas, before.Areas, after.Areas, (old, now) => new(old, now));
        Components = InOrder(components, ComponentsOf(before), ComponentsOf(after), (old, now) => new(old, now));
        Tasks =
        [
            .. InOrder(tasks, before.Tasks, after.Tasks, (old, now) => new(old, now))
                .Select(pair => new ComparedTask(pair.Before, pair.After, pair.MatchedBy, pair.Similarity)),
        ];
    }

    public Plan Before { get; }

    public Plan After { get; }

    public ImmutableArray<Compared<Area>> Areas { get; }

    public ImmutableArray<Compared<Component>> Components { get; }

    public ImmutableArray<ComparedTask> Tasks { get; }

    /// <summary>There were too many rows to look everywhere for titles that are alike; those that are the same were found.</summary>
    public bool IsLimited => matcher.IsLimited;

    public static PlanComparison Of(Plan before, Plan after) => new(before, after);

    private List<Compared<Area>> MatchAreas()
    {
        var (before, after) = (Titled(Before.Areas, area => area.Title), Titled(After.Areas, area => area.Title));
        var found = matcher.TakePairs(before, after);
        found.AddRange(AreasByComponents([.. before.Select(row => row.Row)], [.. after.Select(row => row.Row)]));
        return found;
    }

    /// <summary>Areas with components that are the same by their titles, those with the most in common first.</summary>
    private IEnumerable<Compared<Area>> AreasByComponents(List<Area> before, List<Area> after)
    {
        if (!matcher.TryCompare(before.Count, after.Count))
        {
            yield break;
        }

        var alike =
            from old in before
            from now in after
            let common = CommonTo(old, now)
            where common > 0 && (old.Title is null || now.Title is null || 2 * common >= Math.Min(old.Components.Length, now.Components.Length))
            orderby common descending
            select (old, now);
        var taken = new HashSet<Area>(ReferenceEqualityComparer.Instance);
        foreach (var (old, now) in alike)
        {
            if (!taken.Contains(old) && !taken.Contains(now))
            {
                taken.Add(old);
                taken.Add(now);
                yield return new(old, now, MatchedBy.Parts);
            }
        }
    }

    private double CommonTo(Area before, Area after) => matcher
        .TakePairs(Titled(before.Components, component => component.Title), Titled(after.Components, component => component.Title))
        .Sum(pair => pair.Similarity!.Value);

    private List<Compared<Component>> MatchComponents(List<Compared<Area>> areas)
    {
        var found = new List<Compared<Component>>();
        foreach (var area in areas)
        {
            var (before, after) = (Titled(area.Before!.Components, component => component.Title), Titled(area.After!.Components, component => component.Title));
            found.AddRange(matcher.TakePairs(before, after));
            found.AddRange(ByLabel(before, after));
        }

        var (olds, nows) = (Rest(found, ComponentsOf(Before), pair => pair.Before), Rest(found, ComponentsOf(After), pair => pair.After));
        found.AddRange(TitleMatcher.TakeSame(Titled(olds, component => component.Title), Titled(nows, component => component.Title)));
        return found;
    }

    private static IEnumerable<Compared<Component>> ByLabel(List<Titled<Component>> before, List<Titled<Component>> after)
    {
        var byLabel = after.GroupBy(row => LabelOf(row.Row)).ToDictionary(group => group.Key, group => group.First());
        foreach (var old in before.DistinctBy(row => LabelOf(row.Row)))
        {
            if (byLabel.TryGetValue(LabelOf(old.Row), out var now) && (old.Words is null || now.Words is null))
            {
                yield return new(old.Row, now.Row, MatchedBy.Label);
            }
        }
    }

    // The end of the code: areas may have got other numbers.
    private static string LabelOf(Component component) => component.Code[(component.Code.LastIndexOf('.') + 1)..];

    private List<Compared<PlanTask>> MatchTasks(List<Compared<Area>> areas, List<Compared<Component>> components)
    {
        var found = new List<Compared<PlanTask>>();
        foreach (var component in components)
        {
            found.AddRange(matcher.TakePairs(Titled(component.Before!.Tasks, TitleOf), Titled(component.After!.Tasks, TitleOf)));
        }

        // No task stands in two areas, so what is found in one leaves the rest of the others as it is.
        var taken = found.SelectMany(pair => (PlanTask[])[pair.Before!, pair.After!]).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var area in areas)
        {
            var (before, after) = (area.Before!.AllTasks.RemoveAll(taken.Contains), area.After!.AllTasks.RemoveAll(taken.Contains));
            found.AddRange(matcher.TakePairs(Titled(before, TitleOf), Titled(after, TitleOf)));
        }

        return found;
    }

    // A row may go on with what the one above it says, and print only what is to be reached.
    private static string? TitleOf(PlanTask task) => task.Title ?? task.Target ?? task.ExpectedResult;

    private List<Titled<T>> Titled<T>(IEnumerable<T> rows, Func<T, string?> title) => [.. rows.Select(row => new Titled<T>(row, matcher.Words(title(row))))];

    private static ImmutableArray<Component> ComponentsOf(Plan plan) => [.. plan.Areas.SelectMany(area => area.Components)];

    private static List<T> Rest<T>(List<Compared<T>> found, ImmutableArray<T> rows, Func<Compared<T>, T?> side)
        where T : class
    {
        var taken = found.Select(side).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. rows.Where(row => !taken.Contains(row))];
    }

    private static ImmutableArray<Compared<T>> InOrder<T>(List<Compared<T>> found, ImmutableArray<T> before, ImmutableArray<T> after, Func<T?, T?, Compared<T>> alone)
        where T : class
    {
        var byBefore = new Dictionary<T, Compared<T>>(ReferenceEqualityComparer.Instance);
        found.ForEach(pair => byBefore.Add(pair.Before!, pair));
        return
        [
            .. before.Select(row => byBefore.GetValueOrDefault(row) ?? alone(row, null)),
            .. Rest(found, after, pair => pair.After).Select(row => alone(null, row)),
        ];
    }
}
