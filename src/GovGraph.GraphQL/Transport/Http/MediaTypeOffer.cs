namespace GovGraph.GraphQL.Transport.Http;

/// <summary>A media type that an answer could have.</summary>
internal class MediaTypeOffer(string type, string subtype)
{
    public string Type { get; } = type;

    public string Subtype { get; } = subtype;

    public override string ToString() => $"{Type}/{Subtype}";
}
