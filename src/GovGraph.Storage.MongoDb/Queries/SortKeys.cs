using System.Collections.Immutable;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>The values that rows are sorted by, and the places between them that cursors keep.</summary>
internal sealed class SortKeys(ImmutableArray<OrderTerm> terms)
{
    /// <summary>The values of a node, each under its name, null where there is none.</summary>
    public (string Name, Mql Value)[] Of(Scope scope, Lists lists) =>
        [.. terms.Select((term, i) => (Name(i), Mql.OrNull(Value(scope, term.Path.Split('.'), term.Summary, lists))))];

    /// <summary>Where the values are stored in the plan's document; null where one has to be computed.</summary>
    public string[]? StoredPaths(Scope plan)
    {
        var paths = new List<string>();
        foreach (var term in terms)
        {
            if (Value(plan, term.Path.Split('.'), term.Summary, new Lists()).AsPath is not { } path || !path.StartsWith($"{plan.Path}.", StringComparison.Ordinal))
                return null;
            paths.Add(path[(plan.Path.Length + 1)..]);
        }
        return [.. paths];
    }

    /// <summary>What <c>$sort</c> takes.</summary>
    public Mql Sort(Func<int, string> path, bool isReversed) => Mql.Document(
        [.. terms.Select((term, i) => (path(i), Mql.Value(term.Descending != isReversed ? -1 : 1)))]);

    /// <summary>Whether a row stands behind the place (or, reversed, before it).</summary>
    public Mql IsBeyond(ImmutableArray<object?> place, Func<int, Mql> key, bool isReversed)
    {
        var alternatives = new List<Mql>();
        var equal = new List<Mql>();
        for (var i = 0; i < terms.Length; i++)
        {
            var value = Mql.Literal(Stored.Rank(place[i]));
            alternatives.Add(Mql.All([.. equal, Mql.Call(terms[i].Descending != isReversed ? "$lt" : "$gt", key(i), value)]));
            equal.Add(Mql.Call("$eq", key(i), value));
        }
        return Mql.Any(alternatives);
    }

    public static string Name(int i) => $"k{i}";

    private static Mql Value(Scope scope, ReadOnlySpan<string> path, SummaryScope? summary, Lists lists)
    {
        var field = scope.Map.Find(path[0]) ?? throw new ArgumentException($"{scope.Map.Name} can't be ordered by '{path[0]}'.");
        return field.Kind switch
        {
            FieldKind.Text => new SearchText(scope, field).Place,
            FieldKind.Value => Conditions.Ranked(scope.Value(field), field.ValueType!),
            FieldKind.Object when field.Name == TaskFields.CurrentDeadline => path[1] == "dueDate" ? CurrentDeadline.Last(scope) : CurrentDeadline.First(scope),
            FieldKind.Object => scope.Object(field) is { } found ? Value(found, path[1..], summary, lists) : Mql.Null,
            FieldKind.Summary => new Summaries(lists).Figure(scope, path[1], summary!.Value),
            _ => scope.Member(field.BsonPath),
        };
    }
}
