using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Costs;

/// <summary>How many items the lists of introspection have: what they are about is known exactly, or on average.</summary>
internal sealed class IntrospectionSizes(Schema schema)
{
    /// <summary>The field that unwraps a type: about every second type reference is wrapped, and every second of those once more.</summary>
    public const string Wrapped = "ofType";

    private readonly double _types = schema.TypesInOrder.Length;
    private readonly double _fields = schema.TypesInOrder.OfType<ComplexType>().Sum(type => type.FieldsInOrder.Length);

    public double Of(FieldDefinition field) => field.Name switch
    {
        "types" => _types,
        "directives" => schema.DirectiveDefinitionsInOrder.Length,
        "fields" => Average(_fields, _types),
        "args" => Average(schema.TypesInOrder.OfType<ComplexType>().SelectMany(type => type.FieldsInOrder).Sum(definition => definition.Arguments.Length), _fields),
        "inputFields" => Average(schema.TypesInOrder.OfType<InputObjectType>().Sum(type => type.FieldsInOrder.Length), _types),
        "enumValues" => Average(schema.TypesInOrder.OfType<EnumType>().Sum(type => type.ValuesInOrder.Length), _types),
        Wrapped => 0.5,
        _ => 1,
    };

    private static double Average(double all, double among) => Math.Ceiling(all / Math.Max(among, 1));
}
