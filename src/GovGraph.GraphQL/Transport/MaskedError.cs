using System.Collections.Immutable;
using System.Security.Cryptography;
using GovGraph.GraphQL.Errors;
using Microsoft.Extensions.Logging;

namespace GovGraph.GraphQL.Transport;

/// <summary>What a caller sees of a fault that is none of its business: an id, under which the log has the rest.</summary>
internal static class MaskedError
{
    public static GraphQLError Of(Exception exception, ILogger logger)
    {
        var errorId = RandomNumberGenerator.GetHexString(16, lowercase: true);
        logger.LogError(exception, "A GraphQL request failed: {ErrorId}", errorId);
        return new GraphQLError("Unexpected Execution Error")
        {
            Code = ErrorCodes.UnexpectedExecutionError,
            Extensions = ImmutableDictionary<string, object?>.Empty.Add("errorId", errorId),
        };
    }
}
