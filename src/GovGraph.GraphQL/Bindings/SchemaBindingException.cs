namespace GovGraph.GraphQL.Bindings;

/// <summary>The schema and its bindings do not fit together: every place where they do not, by name.</summary>
public sealed class SchemaBindingException(IReadOnlyList<string> faults)
    : Exception($"The schema and its bindings differ:{string.Concat(faults.Select(fault => $"\n- {fault}"))}")
{
    internal IReadOnlyList<string> Faults { get; } = faults;
}
