using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace GovGraph.GraphQL.Execution;

/// <summary>Fields that stand together in a selection set and depend on nothing but their object, which never changes: their JSON may be copied the next time.</summary>
internal sealed class FieldRun
{
    // A field or two cost no more than looking their JSON up.
    private const int Fewest = 3;

    private FieldRun(CompiledField[] fields)
    {
        Fields = fields;
        Id = RuntimeHelpers.GetHashCode(this);
    }

    public CompiledField[] Fields { get; }

    /// <summary>Tells runs apart well enough for a hash.</summary>
    public int Id { get; }

    /// <summary>Whether it turned out too long to be kept: what is inside is kept instead.</summary>
    public bool IsTooLong { get; set; }

    /// <summary>Cuts fields into steps: runs, and fields by themselves.</summary>
    public static ImmutableArray<Step> Cut(CompiledField[] fields, bool canBeKept)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        for (var start = 0; start < fields.Length;)
        {
            var end = start;
            while (canBeKept && end < fields.Length && fields[end].IsPure) end++;
            if (end - start >= Fewest || fields[start..end].Any(field => field.HasSubSelections))
            {
                steps.Add(new Step(null, new FieldRun(fields[start..end])));
            }
            else
            {
                end = Math.Max(end, start + 1);
                foreach (var field in fields[start..end]) steps.Add(new Step(field, null));
            }

            start = end;
        }

        return steps.ToImmutable();
    }

    /// <summary>A field, or a run of them.</summary>
    internal readonly record struct Step(CompiledField? Field, FieldRun? Run);
}
