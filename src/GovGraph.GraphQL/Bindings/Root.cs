namespace GovGraph.GraphQL.Bindings;

/// <summary>The value that the root fields of queries and mutations are resolved on: there is nothing to know of it.</summary>
public sealed class Root
{
    private Root()
    {
    }

    internal static Root Value { get; } = new();
}
