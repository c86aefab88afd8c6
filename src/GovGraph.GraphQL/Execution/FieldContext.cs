using System.Collections.Immutable;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Execution;

/// <summary>What a resolver may know of its field and its request.</summary>
public readonly struct FieldContext
{
    private readonly Execution _execution;
    private readonly CompiledField _field;
    private readonly InputObject _arguments;
    private readonly ResponsePath? _path;

    internal FieldContext(Execution execution, CompiledField field, InputObject arguments, ResponsePath? path) =>
        (_execution, _field, _arguments, _path) = (execution, field, arguments, path);

    /// <summary>The field's name in the schema.</summary>
    public string FieldName => _field.Definition.Name;

    public FieldDefinition Definition => _field.Definition;

    /// <summary>The field's schema coordinate: <c>Query.tasks</c>.</summary>
    public string Coordinate => _field.Coordinate;

    /// <summary>The name of the operation; null where it has none.</summary>
    public string? OperationName => _execution.OperationName;

    /// <summary>All arguments that were given or have a default: input objects are dictionaries, lists are lists, enums are as bound.</summary>
    public IReadOnlyDictionary<string, object?> Arguments => _arguments;

    /// <summary>Response names and list indexes from the root to this field.</summary>
    public ImmutableArray<object> Path => (_path ?? _execution.PathTo(_field)).ToArray();

    /// <summary>Cancelled when the caller goes away or the request takes too long.</summary>
    public CancellationToken CancellationToken => _execution.CancellationToken;

    /// <summary>Whether an argument was given, were it null; one with a default always is.</summary>
    public bool HasArgument(string name) => _arguments.ContainsKey(name);

    /// <summary>An argument; the default of <typeparamref name="T"/> where it was not given or is null.</summary>
    public T Argument<T>(string name)
    {
        if (_arguments.TryGetValue(name, out var value)) return InputConversion<T>.From(value, name);
        if (_field.Definition.Argument(name) is null) throw new ArgumentException($"{_field.Coordinate} has no argument \"{name}\".", nameof(name));
        return default!;
    }

    /// <summary>What the request carries of this type.</summary>
    public T Get<T>() where T : notnull => _execution.State.Get<T>();

    /// <summary>Whether a field of the schema is selected below this one, were it through fragments: <c>IsSelected("edges", "node")</c>.</summary>
    public bool IsSelected(params ReadOnlySpan<string> path) => _field.IsSelected(path);

    /// <summary>Adds an error to the response and leaves the field its value.</summary>
    public void ReportError(GraphQLError error) => _execution.ReportError(error, _field, _path ?? _execution.PathTo(_field));
}
