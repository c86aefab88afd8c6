using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>Tells whether the caller holds this version of what it asks for already.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match"/>
internal static class EntityTag
{
    public static bool IsHeld(HttpRequest request, string etag)
    {
        if (!EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var held)) return false;
        var own = new EntityTagHeaderValue(etag);
        return held.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(own, useStrongComparison: false));
    }
}
