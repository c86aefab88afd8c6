using System.Collections.Immutable;
using System.Diagnostics;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;

namespace GovGraph.Plans.Search;

/// <summary>A node that can be found by its words.</summary>
public readonly record struct SearchNode(INode Node, SearchKind Kind)
{
    private const int OfTitle = 8;
    private const int OfNumber = 8;
    private const int OfIssuer = 4;
    private const int OfTaskText = 4;
    private const int OfTarget = 3;
    private const int OfExpectedResult = 3;
    private const int OfUnits = 3;
    private const int OfNote = 2;
    private const int OfNarrative = 1;

    /// <summary>What it prints; what it does not print is left out.</summary>
    public IEnumerable<SearchField> Fields
    {
        get
        {
            foreach (var (name, weight, text) in Texts)
            {
                if (!string.IsNullOrEmpty(text))
                {
                    yield return new(name, weight, text);
                }
            }
        }
    }

    private (string Name, int Weight, string? Text)[] Texts => Node switch
    {
        Plan plan =>
        [
            ("title", OfTitle, plan.Title),
            ("number", OfNumber, plan.Number),
            ("issuer", OfIssuer, plan.Issuer.Name),
            ("legalBases", OfNarrative, Lines(plan.LegalBases)),
            ("preamble", OfNarrative, Lines(plan.Preamble)),
            ("sections", OfNarrative, Lines(plan.Sections.SelectMany(LinesOf))),
            ("closing", OfNarrative, Lines(plan.Closing)),
        ],
        Area area => [("title", OfTitle, area.Title)],
        Component component => [("title", OfTitle, component.Title)],
        TaskGroup group => [("title", OfTitle, group.Title)],
        PlanTask task =>
        [
            ("text", OfTaskText, task.Text),
            ("target", OfTarget, task.Target),
            ("expectedResult", OfExpectedResult, task.ExpectedResult),
            ("assignments", OfUnits, Lines(task.Cells)),
            ("note", OfNote, task.Note),
        ],
        Indicator indicator =>
        [
            ("title", OfTitle, indicator.Title),
            ("target", OfTarget, indicator.Target.Text),
            ("assignments", OfUnits, Lines(indicator.Cells)),
        ],
        _ => throw new UnreachableException($"{Node.GetType().Name} can't be searched."),
    };

    /// <summary>All of a plan, in the order of print: their places are the same in all its versions.</summary>
    public static ImmutableArray<SearchNode> AllOf(Plan plan)
    {
        var nodes = ImmutableArray.CreateBuilder<SearchNode>();
        nodes.Add(new(plan, SearchKind.Plan));
        foreach (var area in plan.Areas)
        {
            nodes.Add(new(area, SearchKind.Area));
            AddRows(nodes, area.Groups, area.Tasks);
            foreach (var component in area.Components)
            {
                nodes.Add(new(component, SearchKind.Component));
                AddRows(nodes, component.Groups, component.Tasks);
            }

            nodes.AddRange(area.Indicators.Select(indicator => new SearchNode(indicator, SearchKind.Indicator)));
        }

        return nodes.ToImmutable();
    }

    private static void AddRows(ImmutableArray<SearchNode>.Builder nodes, ImmutableArray<TaskGroup> groups, ImmutableArray<PlanTask> tasks)
    {
        var added = new HashSet<TaskGroup>(ReferenceEqualityComparer.Instance);
        foreach (var task in tasks)
        {
            if (task.Group is { } group && added.Add(group))
            {
                nodes.Add(new(group, SearchKind.TaskGroup));
            }

            nodes.Add(new(task, SearchKind.Task));
        }

        // Headings with nothing below them.
        nodes.AddRange(groups.Where(group => !added.Contains(group)).Select(group => new SearchNode(group, SearchKind.TaskGroup)));
    }

    private static IEnumerable<string> LinesOf(Section section) =>
        (section.Title is null ? section.Text : section.Text.Insert(0, section.Title)).Concat(section.Sections.SelectMany(LinesOf));

    private static string Lines(UnitCells cells) => Lines(((string?[])[cells.Lead, cells.Coordinating, cells.Implementing, cells.Evaluator]).OfType<string>());

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
