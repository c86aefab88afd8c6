using GovGraph.Storage.Filters;

namespace GovGraph.Api.Filters;

/// <summary>What an input object asks of an object that is there, and what an absent one answers to it.</summary>
/// <param name="Filter">Null where nothing is asked.</param>
/// <param name="Absent">Null where it can't be told: only <c>exists</c> tells it, and what can't be told does not match.</param>
internal readonly record struct Condition(Filter? Filter, bool? Absent)
{
    public Condition Negated => new(Filter is null ? null : Filter.Not(Filter), !Absent);

    public static Condition Of(Filter? filter) => new(filter, null);

    /// <summary>The object is there, or is not.</summary>
    public static Condition Existence(bool wanted) => new(wanted ? Filter.And() : Filter.Or(), !wanted);

    public static Condition All(IEnumerable<Condition> parts) => Asked(parts) switch
    {
        [] => default,
        [var only] => only,
        var all => new(Filter.And([.. all.Select(part => part.Filter!)]), All(all, isTrue: true)),
    };

    /// <summary>Parts that ask nothing are left out: they must not let everything through.</summary>
    public static Condition Any(IEnumerable<Condition> parts) => Asked(parts) switch
    {
        [] => default,
        [var only] => only,
        var all => new(Filter.Or([.. all.Select(part => part.Filter!)]), !All(all, isTrue: false)),
    };

    /// <summary>The same asked of the object of a field; null where nothing is asked.</summary>
    public Filter? On(string field) => this switch
    {
        { Filter: null } => null,
        { Absent: true, Filter: AnyOf { Filters.IsEmpty: true } } => Filter.Exists(field, false),
        { Absent: true } => Filter.Or(Filter.Exists(field, false), Filter.Object(field, Filter)),
        _ => Filter.Object(field, Filter),
    };

    private static Condition[] Asked(IEnumerable<Condition> parts) => [.. parts.Where(part => part.Filter is not null)];

    // Whether all are so; null where one that can't be told decides it.
    private static bool? All(Condition[] parts, bool isTrue) =>
        Array.Exists(parts, part => part.Absent == !isTrue) ? false : Array.Exists(parts, part => part.Absent is null) ? null : true;
}
