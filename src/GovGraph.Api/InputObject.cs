using GovGraph.GraphQL.Execution;

namespace GovGraph.Api;

/// <summary>A coerced input object: what was given, by name. What was left out is not there; what was given as null is null.</summary>
internal readonly struct InputObject(IReadOnlyDictionary<string, object?> fields)
{
    /// <summary>The one argument of a mutation.</summary>
    public static InputObject Of(FieldContext context) => new(context.Argument<IReadOnlyDictionary<string, object?>>("input"));

    /// <summary>A field that the schema guarantees.</summary>
    public T Get<T>(string name) => (T)fields[name]!;

    public T? Find<T>(string name)
        where T : class => (T?)fields.GetValueOrDefault(name);

    public T? FindValue<T>(string name)
        where T : struct => (T?)fields.GetValueOrDefault(name);

    /// <summary>The items of a list of input objects; none where it was left out.</summary>
    public IEnumerable<InputObject> Objects(string name) =>
        (Find<IReadOnlyList<object?>>(name) ?? []).Select(item => new InputObject((IReadOnlyDictionary<string, object?>)item!));

    public InputObject? Object(string name) =>
        fields.GetValueOrDefault(name) is IReadOnlyDictionary<string, object?> value ? new InputObject(value) : null;
}
