using GovGraph.Storage.Filters;

namespace GovGraph.Storage.Fields;

/// <summary>What is asked of the number of a list's items.</summary>
internal static class CountFields
{
    public static FieldMap<int> Map { get; } = new("Count", new ValueField<int, int>(FieldFilter.Itself, count => count));
}
