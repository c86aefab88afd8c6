using System.Collections.Immutable;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;

namespace GovGraph.Api.Filters;

/// <summary>Makes order terms of an <c>order</c> input: item by item, and inside an item field by field.</summary>
internal static class OrderInputs
{
    public static ImmutableArray<OrderTerm> Read(IReadOnlyList<object?>? input, DateOnly today)
    {
        var terms = ImmutableArray.CreateBuilder<OrderTerm>();
        foreach (var item in input ?? [])
        {
            Read((IReadOnlyDictionary<string, object?>)item!, "", summary: null);
        }

        return terms.ToImmutable();

        void Read(IReadOnlyDictionary<string, object?> fields, string path, SummaryScope? summary)
        {
            foreach (var (name, value) in fields)
            {
                switch (value)
                {
                    case SortDirection direction:
                        terms.Add(new(path + name, direction == SortDirection.Desc) { Summary = summary });
                        break;
                    case IReadOnlyDictionary<string, object?> inner:
                        Read(inner, $"{path}{name}.", name == "summary" ? SummaryScopeInput.Read(inner, today) : null);
                        break;
                }
            }
        }
    }
}

/// <summary>SortEnumType.</summary>
internal enum SortDirection
{
    Asc,
    Desc,
}
