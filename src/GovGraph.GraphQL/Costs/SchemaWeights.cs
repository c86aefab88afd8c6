using System.Collections.Frozen;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Costs;

/// <summary>The weights of a schema: what its directives say, and Hot Chocolate's defaults where they say nothing.</summary>
internal sealed class SchemaWeights
{
    private const double ResolverThatWaits = 10;
    private const double CompositeOrList = 1;
    private const double Composite = 1;

    /// <summary>What introspection tells lies ready in memory, and there is no more of it than the schema has. A power of two, so that sums stay exact.</summary>
    private const double OfIntrospection = 0.125;

    private readonly CostOptions _options;
    private readonly IntrospectionSizes _introspection;
    private readonly FrozenDictionary<BoundField, FieldWeights> _fields;
    private readonly FrozenDictionary<InputValueDefinition, double> _inputs;

    public SchemaWeights(BoundSchema schema, CostOptions options)
    {
        _options = options;
        _introspection = new IntrospectionSizes(schema.Schema);
        _fields = schema.Objects.Values
            .SelectMany(type => type.Fields.Values, (type, field) => KeyValuePair.Create(field, Of(type.Type, field)))
            .ToFrozenDictionary();
        var types = schema.Schema.TypesInOrder;
        _inputs = types.OfType<ComplexType>().SelectMany(type => type.FieldsInOrder).SelectMany(field => field.Arguments)
            .Concat(types.OfType<InputObjectType>().SelectMany(type => type.FieldsInOrder))
            .Select(input => (input, Weight: CostDirectives.WeightOf(input.Directives)))
            .Where(weighed => weighed.Weight is not null)
            .ToFrozenDictionary(weighed => weighed.input, weighed => weighed.Weight!.Value);
    }

    public double FilterVariableMultiplier => _options.FilterVariableMultiplier;

    public FieldWeights Of(BoundField field) => _fields[field];

    /// <summary>Of an argument or input field that is given.</summary>
    public double Of(InputValueDefinition input) => _inputs.GetValueOrDefault(input);

    /// <summary>Of one object.</summary>
    public static double Of(ObjectType type) => CostDirectives.WeightOf(type.Directives) ?? (type.IsSpecified ? OfIntrospection : Composite);

    private FieldWeights Of(ObjectType type, BoundField field)
    {
        var definition = field.Definition;
        var isWeighty = definition.Type.Named.IsComposite || definition.Type.Nullable is ListType;
        var weight = CostDirectives.WeightOf(definition.Directives)
            ?? (field.MayWait ? ResolverThatWaits : !isWeighty || definition.Name == IntrospectionSizes.Wrapped ? 0 : type.IsSpecified ? OfIntrospection : CompositeOrList);
        var leafWeight = definition.Type.Named.IsLeaf ? CostDirectives.WeightOf(definition.Type.Named.Directives) ?? 0 : 0;
        var assumed = type.IsSpecified ? _introspection.Of(definition) : AssumedSize(definition.Type);
        return new FieldWeights(definition, weight, leafWeight, assumed, ListSizeRule.Of(definition.Directives));
    }

    /// <summary>Lists in lists multiply.</summary>
    private double AssumedSize(GraphQLType type) =>
        type.Nullable is ListType list ? Cost.Clamp(_options.AssumedListSize * AssumedSize(list.OfType)) : 1;
}
