namespace GovGraph.GraphQL.Comparison;

/// <summary>One change between two schemas.</summary>
/// <param name="Coordinate">Where, as a schema coordinate: Type, Type.field, Type.field(argument:), @directive(argument:); "schema" for the schema itself, which has none.</param>
/// <param name="Description">What, in a sentence.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Coordinates"/>
public sealed record SchemaChange(Impact Impact, string Coordinate, string Description)
{
    public override string ToString() => $"{Coordinate}: {Description}";
}
