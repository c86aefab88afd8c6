namespace GovGraph.GraphQL.Execution;

/// <summary>What belongs to one request and its resolvers ask for by type: the store, the caller, loaders.</summary>
public sealed class RequestState
{
    private readonly Dictionary<Type, object> _values = [];

    public RequestState Set<T>(T value) where T : notnull
    {
        _values[typeof(T)] = value;
        return this;
    }

    /// <summary>What was set; null for nothing.</summary>
    public T? Find<T>() where T : class => _values.GetValueOrDefault(typeof(T)) as T;

    internal T Get<T>() where T : notnull => _values.TryGetValue(typeof(T), out var value)
        ? (T)value
        : throw new InvalidOperationException($"The request holds no {typeof(T)}: set it in {nameof(RequestState)} before executing.");
}
