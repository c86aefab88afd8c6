using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Persisted;

/// <summary>Finds the text of a request's document: sent along, named by an id, or by a hash.</summary>
internal sealed class DocumentFinder(PersistedOptions options, TrustedDocuments trusted, AutomaticDocuments automatic)
{
    /// <summary>Gives the text, and the hash under which the caller wants it kept; or the fault that there is none.</summary>
    public RequestFault? Find(RequestParameters parameters, out string? document, out string? hashToKeep)
    {
        document = parameters.Query;
        hashToKeep = null;
        if (parameters.Id is not null) return FindById(parameters, out document);
        if (AutomaticDocuments.ReadHash(parameters.Extensions, out var hash) is { } fault) return fault;
        if (document is null && hash is null)
        {
            return new RequestFault(
                StatusCodes.Status400BadRequest, ErrorCodes.QueryMissing, "The request has no `query`: send the text of a GraphQL document in it.");
        }

        if (options.OnlyTrusted && !(options.AllowTrustedText && document is not null && trusted.IsTrusted(document)))
        {
            return new RequestFault(StatusCodes.Status400BadRequest, ErrorCodes.OnlyPersisted, "Only persisted operations are allowed.");
        }

        if (document is null) return automatic.Find(hash!, out document);
        if (options.AllowAutomatic) hashToKeep = hash;
        return null;
    }

    private RequestFault? FindById(RequestParameters parameters, out string? document)
    {
        document = null;
        if (parameters.Query is not null) return ParametersReader.Invalid("`id` and `query` cannot be given together.");
        document = trusted.Find(parameters.Id!);
        return document is null
            ? new RequestFault(StatusCodes.Status400BadRequest, ErrorCodes.PersistedQueryNotFound, "PersistedQueryNotFound")
            : null;
    }
}
