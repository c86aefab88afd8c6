using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GovGraph.Storage.Fields;

namespace GovGraph.Storage.Filters;

/// <summary>Makes a filter into a predicate: names are looked up and values are typed once, before the loop.</summary>
internal static class FilterCompiler
{
    public static Func<T, bool> Compile<T>(Filter filter, FieldMap<T> map)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return filter switch
        {
            AllOf all => All(CompileParts(all.Filters, map)),
            AnyOf any => Any(CompileParts(any.Filters, map)),
            Negation not => Not(Compile(not.Inner, map)),
            FieldFilter field => map.Get(field.Field).Compile(field),
            _ => throw new ArgumentException($"A filter of an unknown kind: {filter.GetType()}.", nameof(filter)),
        };
    }

    private static Func<T, bool>[] CompileParts<T>(ImmutableArray<Filter> filters, FieldMap<T> map) =>
        [.. filters.Select(filter => Compile(filter, map))];

    private static Func<T, bool> Not<T>(Func<T, bool> inner) => item => !inner(item);

    private static Func<T, bool> All<T>(Func<T, bool>[] parts)
    {
        if (parts is [var first])
        {
            return first;
        }

        if (parts is [var left, var right])
        {
            return item => left(item) && right(item);
        }

        return item =>
        {
            foreach (var part in parts)
            {
                if (!part(item))
                {
                    return false;
                }
            }

            return true;
        };
    }

    private static Func<T, bool> Any<T>(Func<T, bool>[] parts)
    {
        if (parts is [var first])
        {
            return first;
        }

        if (parts is [var left, var right])
        {
            return item => left(item) || right(item);
        }

        return item =>
        {
            foreach (var part in parts)
            {
                if (part(item))
                {
                    return true;
                }
            }

            return false;
        };
    }
}
