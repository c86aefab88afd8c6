using System.Collections.Immutable;

namespace GovGraph.GraphQL.Costs;

/// <summary>Which fields make an operation costly, each without what is below it.</summary>
/// <remarks>
/// Best first: a field with all below it costs at least as much as anything below it. So it is opened only while it may
/// still hold one of those looked for, and the whole operation is never walked.
/// </remarks>
internal sealed class CostliestFields(CostEvaluation evaluation, Func<Cost, double> measure)
{
    private const int MaxOpened = 10_000;

    private readonly PriorityQueue<Candidate, double> _candidates = new();

    public ImmutableArray<CostlyField> Find(SelectionsCost root, int count)
    {
        var found = ImmutableArray.CreateBuilder<CostlyField>();
        Add(root, objects: 1, parent: null);
        for (var opened = 0; found.Count < count && opened < MaxOpened && _candidates.TryDequeue(out var candidate, out var negativeCost); opened++)
        {
            if (candidate.IsAlone) found.Add(new CostlyField(candidate.Path(), -negativeCost));
            else Open(candidate);
        }

        return found.ToImmutable();
    }

    private void Open(Candidate candidate)
    {
        var field = candidate.Field;
        var values = Cost.Clamp(candidate.Objects * field.Values(evaluation));
        var types = field.Inner?.Types ?? [];
        var weight = types.IsEmpty ? 0 : types.Max(type => type.Weight);
        var alone = measure(new Cost(candidate.Objects * field.Call(evaluation), values * weight));
        if (alone > 0) _candidates.Enqueue(candidate with { IsAlone = true }, -alone);
        if (field.Inner is { } inner) Add(inner, values, candidate);
    }

    private void Add(SelectionsCost selections, double objects, Candidate? parent)
    {
        // Of the types that a value may have, the costliest one is counted.
        if (selections.Types.MaxBy(type => measure(type.Of(evaluation))) is not { } costliest) return;

        foreach (var field in costliest.Fields)
        {
            var cost = measure(objects * field.Of(evaluation));
            if (cost > 0) _candidates.Enqueue(new Candidate(field, objects, parent, IsAlone: false), -cost);
        }
    }

    private sealed record Candidate(FieldCost Field, double Objects, Candidate? Parent, bool IsAlone)
    {
        public ImmutableArray<string> Path()
        {
            var names = new List<string>();
            for (var at = this; at is not null; at = at.Parent) names.Add(at.Field.ResponseName);
            names.Reverse();
            return [.. names];
        }
    }
}

/// <summary>A field and what it costs over all the objects that it is selected on.</summary>
internal readonly record struct CostlyField(ImmutableArray<string> Path, double Cost);
