using System.Collections.Frozen;
using GovGraph.GraphQL.Types;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types;

public sealed class MetaFieldTests
{
    private static readonly ObjectType Query = new("Query", null);
    private static readonly ObjectType Plan = new("Plan", null);
    private static readonly UnionType Payload = new("Payload", null);

    private static readonly Schema Schema = new()
    {
        QueryType = Query,
        Types = new NamedType[]
        {
            Query, Plan, Payload, new ScalarType("String", null), new ObjectType("__Schema", null), new ObjectType("__Type", null),
        }.ToFrozenDictionary(type => type.Name),
    };

    [Fact]
    public void Typename_is_a_field_of_every_composite_type()
    {
        Assert.Equal("String!", Schema.Field(Plan, "__typename")!.Type.ToString());
        Assert.Same(Schema.Field(Plan, "__typename"), Schema.Field(Payload, "__typename"));
        Assert.Null(Schema.Field(Schema.Types["String"], "__typename"));
    }

    [Fact]
    public void Schema_and_type_are_fields_of_the_query_type_alone()
    {
        Assert.Equal("__Schema!", Schema.Field(Query, "__schema")!.Type.ToString());
        Assert.Equal("String!", Schema.Field(Query, "__type")!.Argument("name")!.Type.ToString());
        Assert.Null(Schema.Field(Plan, "__schema"));
        Assert.Null(Schema.Field(Plan, "__type"));
    }

    [Fact]
    public void Other_names_are_looked_up_in_the_type() => Assert.Null(Schema.Field(Plan, "title"));
}
