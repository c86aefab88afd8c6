using System.Collections.Immutable;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;

namespace GovGraph.Api.Filters;

/// <summary>Makes a filter of a <c>where</c> input. What a name means is the field map's to say; a condition that is null is no condition.</summary>
internal static class FilterInputs
{
    public static Filter Read(FieldMap map, IReadOnlyDictionary<string, object?> input, DateOnly today)
    {
        var conditions = ImmutableArray.CreateBuilder<Filter>(input.Count);
        foreach (var (name, value) in input)
        {
            if (value is null) continue;
            conditions.Add(name switch
            {
                "and" => Filter.And([.. Objects(value).Select(part => Read(map, part, today))]),
                "or" => Filter.Or([.. Objects(value).Select(part => Read(map, part, today))]),
                "not" => Filter.Not(Read(map, Object(value), today)),
                _ => ReadField(map.Find(name)!, Object(value), today),
            });
        }

        return conditions.Count == 1 ? conditions[0] : Filter.And(conditions.ToImmutable());
    }

    private static Filter ReadField(Field field, IReadOnlyDictionary<string, object?> input, DateOnly today) => field.Kind switch
    {
        FieldKind.Involvement => Filter.Involves((string)input["unit"]!, [.. List(input.GetValueOrDefault("role")).Cast<UnitRole>()]),
        FieldKind.DeadlineState => ReadState(input, today),
        FieldKind.List => ReadList(field, input, today),
        FieldKind.Object => Filter.Object(field.Name, Read(field.Inner!, input, today)),
        _ => ReadOperations(field.Name, input),
    };

    private static Filter ReadState(IReadOnlyDictionary<string, object?> input, DateOnly today)
    {
        var asOf = input.GetValueOrDefault("asOf") is DateOnly day ? day : today;
        return Filter.And([.. input.Where(operation => operation.Key != "asOf" && operation.Value is not null).Select(operation => operation.Key switch
        {
            "eq" => Filter.StateOn(asOf, (DeadlineState)operation.Value!),
            "neq" => Filter.Not(Filter.StateOn(asOf, (DeadlineState)operation.Value!)),
            "in" => Filter.StateOn(asOf, [.. List(operation.Value).Cast<DeadlineState>()]),
            _ => Filter.Not(Filter.StateOn(asOf, [.. List(operation.Value).Cast<DeadlineState>()])),
        })]);
    }

    private static Filter ReadList(Field field, IReadOnlyDictionary<string, object?> input, DateOnly today)
    {
        Filter Items(object? value) =>
            field.Inner!.Find(FieldFilter.Itself) is null ? Read(field.Inner, Object(value), today) : ReadOperations(FieldFilter.Itself, Object(value));

        return Filter.And([.. input.Where(quantifier => quantifier.Value is not null).Select(quantifier => quantifier.Key switch
        {
            "some" => Filter.Some(field.Name, Items(quantifier.Value)),
            "all" => Filter.All(field.Name, Items(quantifier.Value)),
            "none" => Filter.None(field.Name, Items(quantifier.Value)),
            _ => Filter.Any(field.Name, (bool)quantifier.Value!),
        })]);
    }

    private static Filter ReadOperations(string field, IReadOnlyDictionary<string, object?> input) =>
        Filter.And([.. input.Select(operation => operation switch
        {
            { Key: "and", Value: var parts } => Filter.And([.. Objects(parts).Select(part => ReadOperations(field, part))]),
            { Key: "or", Value: null } => Filter.And(),
            { Key: "or", Value: var parts } => Filter.Or([.. Objects(parts).Select(part => ReadOperations(field, part))]),
            { Key: "in" or "nin", Value: null } => Filter.And(),
            { Key: "in" or "nin", Value: var values } => FilterOperators.Compare(field, operation.Key, [.. List(values)])!,
            _ => FilterOperators.Compare(field, operation.Key, operation.Value)!,
        })]);

    private static IReadOnlyDictionary<string, object?> Object(object? value) => (IReadOnlyDictionary<string, object?>)value!;

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Objects(object? value) =>
        List(value).Cast<IReadOnlyDictionary<string, object?>>();

    private static IReadOnlyList<object?> List(object? value) => (IReadOnlyList<object?>?)value ?? [];
}
