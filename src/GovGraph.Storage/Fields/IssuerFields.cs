using GovGraph.Plans;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of an issuing body.</summary>
internal static class IssuerFields
{
    public static FieldMap<Issuer> Map { get; } = new(
        "Issuer",
        new IdField<Issuer>("id", issuer => issuer.Id),
        new TextField<Issuer>("name", issuer => issuer.Name),
        new TextField<Issuer>("place", issuer => issuer.Place));
}
