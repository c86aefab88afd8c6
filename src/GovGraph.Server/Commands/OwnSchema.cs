using GovGraph.Api;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Types;

namespace GovGraph.Server.Commands;

/// <summary>The schema that the program serves, bound as it is when it serves.</summary>
internal static class OwnSchema
{
    /// <exception cref="CommandException">The schema is broken, so that the server would not start either.</exception>
    public static Schema Get()
    {
        try
        {
            return ApiSchema.Bind().Schema;
        }
        catch (Exception exception) when (exception is SchemaBindingException or InvalidOperationException)
        {
            throw new CommandException($"The schema is broken. {exception.Message}", exception);
        }
    }
}
