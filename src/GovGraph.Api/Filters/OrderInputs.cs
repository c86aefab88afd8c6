using System.Collections.Immutable;
using GovGraph.Storage.Ordering;

namespace GovGraph.Api.Filters;

/// <summary>Makes order terms of an <c>order</c> input: item by item, and inside an item field by field.</summary>
internal static class OrderInputs
{
    public static ImmutableArray<OrderTerm> Read(IReadOnlyList<object?>? input)
    {
        var terms = ImmutableArray.CreateBuilder<OrderTerm>();
        foreach (var item in input ?? [])
        {
            Read((IReadOnlyDictionary<string, object?>)item!, "", terms);
        }

        return terms.ToImmutable();
    }

    private static void Read(IReadOnlyDictionary<string, object?> input, string path, ImmutableArray<OrderTerm>.Builder terms)
    {
        foreach (var (name, value) in input)
        {
            switch (value)
            {
                case SortDirection direction:
                    terms.Add(new(path + name, direction == SortDirection.Desc));
                    break;
                case IReadOnlyDictionary<string, object?> inner:
                    Read(inner, $"{path}{name}.", terms);
                    break;
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
