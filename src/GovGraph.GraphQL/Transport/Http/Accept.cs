using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>Chooses among media types by a request's Accept header.</summary>
/// <remarks>
/// The highest q-value wins; among equals the one named more precisely, then the one named earlier, then the one
/// offered earlier. So a header that names nothing in particular gets the first offer.
/// </remarks>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9110#name-accept"/>
internal readonly struct Accept
{
    private static readonly IList<MediaTypeHeaderValue> s_anything = [new("*/*")];
    private readonly IList<MediaTypeHeaderValue> _ranges;

    private Accept(IList<MediaTypeHeaderValue> ranges) => _ranges = ranges;

    /// <summary>False when the header is no list of media ranges. A header that is not there accepts anything.</summary>
    public static bool TryParse(StringValues header, out Accept accept)
    {
        IList<MediaTypeHeaderValue>? ranges = s_anything;
        var isRead = StringValues.IsNullOrEmpty(header) || MediaTypeHeaderValue.TryParseStrictList(header, out ranges);
        accept = new Accept(ranges ?? s_anything);
        return isRead;
    }

    /// <summary>The best offer, or null when none is acceptable.</summary>
    public TOffer? Choose<TOffer>(ReadOnlySpan<TOffer> offers)
        where TOffer : MediaTypeOffer
    {
        TOffer? chosen = null;
        var best = default(Match);
        foreach (var offer in offers)
        {
            var match = Find(offer);
            if (match.Quality == 0 || match.CompareTo(best) <= 0) continue;
            best = match;
            chosen = offer;
        }

        return chosen;
    }

    // The most precise range speaks for an offer, whatever a vaguer one says.
    private Match Find(MediaTypeOffer offer)
    {
        var found = default(Match);
        for (var index = 0; index < _ranges.Count; index++)
        {
            var precision = Precision(_ranges[index], offer);
            if (precision > found.Precision) found = new Match(_ranges[index].Quality ?? 1, precision, -index);
        }

        return found;
    }

    private static int Precision(MediaTypeHeaderValue range, MediaTypeOffer offer)
    {
        if (range.MatchesAllTypes) return 1;
        if (!range.Type.Equals(offer.Type, StringComparison.OrdinalIgnoreCase)) return 0;
        if (range.MatchesAllSubTypes) return 2;
        if (!range.SubType.Equals(offer.Subtype, StringComparison.OrdinalIgnoreCase)) return 0;
        return !range.Charset.HasValue || range.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? 3 : 0;
    }

    private readonly record struct Match(double Quality, int Precision, int Position) : IComparable<Match>
    {
        public int CompareTo(Match other) => (Quality, Precision, Position).CompareTo((other.Quality, other.Precision, other.Position));
    }
}
