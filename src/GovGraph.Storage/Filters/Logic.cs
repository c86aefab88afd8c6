using System.Collections.Immutable;
using System.Text;

namespace GovGraph.Storage.Filters;

/// <summary>Every part matches.</summary>
public sealed class AllOf(ImmutableArray<Filter> filters) : Filter
{
    public ImmutableArray<Filter> Filters => filters;

    internal override void Print(StringBuilder text) => FilterText.PrintParts(text, "and", filters);
}

/// <summary>At least one part matches.</summary>
public sealed class AnyOf(ImmutableArray<Filter> filters) : Filter
{
    public ImmutableArray<Filter> Filters => filters;

    internal override void Print(StringBuilder text) => FilterText.PrintParts(text, "or", filters);
}

/// <summary>The inner filter does not match; so what is null matches <c>neq</c>, <c>nin</c>, <c>ngt</c> and the like.</summary>
public sealed class Negation(Filter filter) : Filter
{
    public Filter Inner => filter;

    internal override void Print(StringBuilder text) => FilterText.PrintParts(text, "not", [filter]);
}
