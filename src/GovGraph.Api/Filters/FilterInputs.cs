using GovGraph.Plans.Calendar;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;

namespace GovGraph.Api.Filters;

/// <summary>Makes a filter of a <c>where</c> input. What a name means is the field map's to say.</summary>
/// <remarks>A condition that is null is no condition, and neither is one whose parts are all none: null stands for it.</remarks>
internal sealed class FilterInputs(DateOnly today)
{
    public static Filter? Read(FieldMap map, IReadOnlyDictionary<string, object?> input, DateOnly today) =>
        new FilterInputs(today).ReadObject(map, input).Filter;

    private Condition ReadObject(FieldMap map, IReadOnlyDictionary<string, object?> input) => Condition.All(
    [
        .. Given(input).Where(part => map.Dates is null || !IsOfDates(part.Name)).Select(part => ReadPart(map, part.Name, part.Value)),
        Condition.Of(map.Dates is { } dates ? ReadDates(dates.List, dates.Date, input) : null),
    ]);

    private Condition ReadPart(FieldMap map, string name, object value) => name switch
    {
        "and" => Condition.All(Objects(value).Select(inner => ReadObject(map, inner))),
        "or" => Condition.Any(Objects(value).Select(inner => ReadObject(map, inner))),
        "not" => ReadObject(map, Object(value)).Negated,
        "exists" when map.Presence is { } field => Condition.Of(Filter.Exists(field, (bool)value)),
        "exists" => Condition.Existence((bool)value),
        _ => Condition.Of(ReadField(map.Find(name)!, Object(value))),
    };

    /// <summary>Bounds on an object as a whole are bounds on the dates of its items: one item lies within all of them.</summary>
    private Filter? ReadDates(string list, string date, IReadOnlyDictionary<string, object?> input) =>
        ReadOperations(date, input.Where(part => IsOfDates(part.Key))) is { } bounds ? Filter.Some(list, bounds) : null;

    private static bool IsOfDates(string name) => name is "gt" or "gte" or "lt" or "lte" or "within" or "period" or "asOf";

    private Filter? ReadField(Field field, IReadOnlyDictionary<string, object?> input) => field.Kind switch
    {
        FieldKind.Involvement => new Involvement(
            (string)input["unit"]!, [.. List(input.GetValueOrDefault("role")).Cast<UnitRole>()], input.GetValueOrDefault("includeUnder") is true),
        FieldKind.DeadlineState => ReadState(input),
        FieldKind.Summary => ReadSummary(input, today).Filter,
        FieldKind.List => All(Given(input).Select(part => ReadList(field, part.Name, part.Value))),
        FieldKind.Object => ReadObject(field.Inner!, input).On(field.Name),
        _ => ReadOperations(field.Name, input),
    };

    private Filter? ReadState(IReadOnlyDictionary<string, object?> input)
    {
        var asOf = AsOf(input);
        return All(Given(input).Where(part => part.Name != "asOf").Select(part => part.Name switch
        {
            "eq" => Filter.StateOn(asOf, (DeadlineState)part.Value),
            "neq" => Filter.Not(Filter.StateOn(asOf, (DeadlineState)part.Value)),
            "in" => Filter.StateOn(asOf, [.. List(part.Value).Cast<DeadlineState>()]),
            _ => Filter.Not(Filter.StateOn(asOf, [.. List(part.Value).Cast<DeadlineState>()])),
        }));
    }

    private Condition ReadSummary(IReadOnlyDictionary<string, object?> input, SummaryScope outer)
    {
        var scope = SummaryScopeInput.Read(input, outer);
        return Condition.All(Given(input).Where(part => !SummaryScopeInput.IsPart(part.Name)).Select(part => part.Name switch
        {
            "and" => Condition.All(Objects(part.Value).Select(inner => ReadSummary(inner, scope))),
            "or" => Condition.Any(Objects(part.Value).Select(inner => ReadSummary(inner, scope))),
            "not" => ReadSummary(Object(part.Value), scope).Negated,
            var figure => Condition.Of(ReadOperations(figure, Object(part.Value)) is { } value ? Filter.Summary(scope, figure, value) : null),
        }));
    }

    private Filter? ReadList(Field field, string name, object value) => name switch
    {
        "some" => Items(field, value) is { } items ? Filter.Some(field.Name, items) : null,
        "all" => Items(field, value) is { } items ? Filter.All(field.Name, items) : null,
        "none" => Items(field, value) is { } items ? Filter.None(field.Name, items) : null,
        "count" => ReadCount(field, Object(value)),
        _ => Filter.Any(field.Name, (bool)value),
    };

    private Filter? ReadCount(Field field, IReadOnlyDictionary<string, object?> input)
    {
        var items = input.GetValueOrDefault("where") is { } where ? Items(field, where) : null;
        return ReadOperations(FieldFilter.Itself, input.Where(part => part.Key != "where")) is { } number
            ? Filter.Count(field.Name, items ?? Filter.And(), number)
            : null;
    }

    private Filter? Items(Field list, object value) => list.Inner!.Find(FieldFilter.Itself) is null
        ? ReadObject(list.Inner, Object(value)).Filter
        : ReadOperations(FieldFilter.Itself, Object(value));

    private Filter? ReadOperations(string field, IEnumerable<KeyValuePair<string, object?>> input) => All(input.Select(operation => operation switch
    {
        { Key: "and", Value: var parts } => All(Objects(parts).Select(part => ReadOperations(field, part))),
        { Key: "or", Value: var parts } => Condition.Any(Objects(parts).Select(part => Condition.Of(ReadOperations(field, part)))).Filter,
        { Key: not ("eq" or "neq"), Value: null } or { Key: "asOf" } => null,
        { Key: "within", Value: CalendarSpan span } => In(field, span.From(AsOf(input))),
        { Key: "period", Value: RelativePeriod period } => In(field, period.On(AsOf(input))),
        { Key: "in" or "nin", Value: var values } => FilterOperators.Compare(field, operation.Key, [.. List(values)]),
        _ => FilterOperators.Compare(field, operation.Key, operation.Value),
    }));

    private DateOnly AsOf(IEnumerable<KeyValuePair<string, object?>> input) =>
        input.FirstOrDefault(part => part.Key == "asOf").Value is DateOnly day ? day : today;

    private static Filter In(string field, DateRange range) => Filter.And(
        new Comparison(field, FilterOperator.Gte, range.From), new Comparison(field, FilterOperator.Lte, range.To));

    private static Filter? All(IEnumerable<Filter?> parts) => Condition.All(parts.Select(Condition.Of)).Filter;

    /// <summary>What is not null.</summary>
    private static IEnumerable<(string Name, object Value)> Given(IReadOnlyDictionary<string, object?> input) =>
        input.Where(part => part.Value is not null).Select(part => (part.Key, part.Value!));

    private static IReadOnlyDictionary<string, object?> Object(object value) => (IReadOnlyDictionary<string, object?>)value;

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Objects(object? value) =>
        List(value).Cast<IReadOnlyDictionary<string, object?>>();

    private static IReadOnlyList<object?> List(object? value) => (IReadOnlyList<object?>?)value ?? [];
}
