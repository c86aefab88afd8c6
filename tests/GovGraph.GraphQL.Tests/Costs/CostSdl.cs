namespace GovGraph.GraphQL.Tests.Costs;

/// <summary>The definitions that a schema with costs has.</summary>
internal static class CostSdl
{
    public const string Directives = """

        directive @cost(weight: String!) on SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM | INPUT_FIELD_DEFINITION
        directive @listSize(
          assumedSize: Int, slicingArguments: [String!], slicingArgumentDefaultValue: Int, sizedFields: [String!], requireOneSlicingArgument: Boolean = true
        ) on FIELD_DEFINITION
        """;
}
