using System.Collections.Frozen;
using System.Collections.Immutable;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Introspection;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Bindings;

/// <summary>Holds a schema and its bindings together and gathers what does not fit.</summary>
internal sealed class SchemaBinder(Schema schema, SchemaBindings bindings)
{
    private readonly List<string> _faults = [];
    private readonly SchemaBindings _introspection = IntrospectionFields.Bind(schema);

    public BoundSchema Bind()
    {
        ReportUnknownTypes();
        BindScalars();
        var enums = BindEnums();
        var objects = schema.TypesInOrder.OfType<ObjectType>()
            .Select((type, index) =>
            {
                var clrType = Binding(type)?.ClrType ?? typeof(object);
                return new BoundObject(type, clrType, index, type.IsSpecified || bindings.IsImmutable(clrType));
            })
            .ToFrozenDictionary(bound => bound.Type);
        var abstracts = BindAbstractTypes(objects);
        var completions = new CompletionFactory(objects, abstracts, enums, isDynamic: bindings.DynamicResolver is not null);
        foreach (var bound in objects.Values.OrderBy(bound => bound.Index)) bound.Fields = BindFields(bound, completions);
        if (_faults.Count > 0) throw new SchemaBindingException(_faults);
        return new BoundSchema(schema, objects, enums, bindings.Streams.ToFrozenDictionary());
    }

    private TypeBinding? Binding(ObjectType type) =>
        (type.IsSpecified ? _introspection : bindings).Types.GetValueOrDefault(type.Name);

    private void ReportUnknownTypes()
    {
        Report<ObjectType>(bindings.Types.Keys, "type");
        Report<InterfaceType>(bindings.Interfaces, "interface");
        Report<UnionType>(bindings.Unions, "union");
        Report<EnumType>(bindings.Enums.Keys, "enum");
        Report<ScalarType>(bindings.Scalars.Keys, "scalar");

        void Report<TType>(IEnumerable<string> names, string kind)
        {
            foreach (var name in names)
            {
                if (schema.Types.GetValueOrDefault(name) is not TType) _faults.Add($"{name}: bound, but the schema has no such {kind}.");
            }
        }
    }

    // The one change to a schema after it is built: what its custom scalars mean is not said in SDL.
    private void BindScalars()
    {
        foreach (var (name, coercion) in bindings.Scalars)
        {
            if (schema.Types.GetValueOrDefault(name) is ScalarType scalar) scalar.Coercion = coercion;
        }

        foreach (var scalar in schema.TypesInOrder.OfType<ScalarType>())
        {
            if (IsMissing(scalar) && !bindings.Scalars.ContainsKey(scalar.Name)) _faults.Add($"{scalar.Name}: the scalar has no binding.");
        }
    }

    private FrozenDictionary<EnumType, EnumBinding> BindEnums()
    {
        var bound = new Dictionary<EnumType, EnumBinding>();
        foreach (var type in schema.TypesInOrder.OfType<EnumType>())
        {
            if ((type.IsSpecified ? _introspection : bindings).Enums.TryGetValue(type.Name, out var binding))
            {
                binding.Bind(type, _faults);
                bound.Add(type, binding);
            }
            else if (IsMissing(type))
            {
                _faults.Add($"{type.Name}: the enum has no binding.");
            }
        }

        return bound.ToFrozenDictionary();
    }

    private FrozenDictionary<NamedType, BoundAbstract> BindAbstractTypes(FrozenDictionary<ObjectType, BoundObject> objects)
    {
        var bound = new Dictionary<NamedType, BoundAbstract>();
        foreach (var type in schema.TypesInOrder.Where(type => type.IsAbstract))
        {
            var possibleTypes = schema.PossibleTypes(type).Select(possible => objects[possible]).ToImmutableArray();
            bound.Add(type, new BoundAbstract(type, possibleTypes));
            if (bindings.DynamicResolver is not null) continue;

            if (!bindings.Interfaces.Contains(type.Name) && !bindings.Unions.Contains(type.Name))
            {
                _faults.Add($"{type.Name}: the {(type is UnionType ? "union" : "interface")} has no binding.");
            }

            foreach (var shared in possibleTypes.GroupBy(possible => possible.ClrType).Where(group => group.Count() > 1 && group.Key != typeof(object)))
            {
                _faults.Add($"{type.Name}: {string.Join(" and ", shared.Select(possible => possible.Type.Name))} are all bound to {shared.Key}, so a value can't tell its type.");
            }
        }

        return bound.ToFrozenDictionary();
    }

    private FrozenDictionary<string, BoundField> BindFields(BoundObject bound, CompletionFactory completions)
    {
        var type = bound.Type;
        var binding = Binding(type);
        var fields = new Dictionary<string, BoundField>();
        foreach (var definition in type.FieldsInOrder)
        {
            Add(definition, type == schema.SubscriptionType
                ? bindings.Streams.GetValueOrDefault(definition.Name)?.Field
                : binding?.Fields.GetValueOrDefault(definition.Name));
        }

        IEnumerable<string> bindingNames = type == schema.SubscriptionType ? bindings.Streams.Keys : binding is null ? [] : binding.Fields.Keys;
        foreach (var name in bindingNames.Where(name => !type.Fields.ContainsKey(name)))
        {
            _faults.Add($"{type.Name}.{name}: bound, but the schema has no such field.");
        }

        if (type == schema.QueryType)
        {
            Add(schema.SchemaField, IntrospectionFields.Schema(schema));
            Add(schema.TypeField, IntrospectionFields.Type(schema));
        }

        fields.Add("__typename", new TypenameField(schema.TypenameField, type.Name));
        return fields.ToFrozenDictionary();

        void Add(FieldDefinition definition, FieldBinding? field)
        {
            field ??= bindings.DynamicResolver is { } resolver ? new ContextFieldBinding<object, object?>(definition.Name, resolver) : null;
            if (field is null)
            {
                _faults.Add($"{type.Name}.{definition.Name}: the field has no binding.");
                return;
            }

            var completion = completions.Create(definition.Type, field.ResultType, isItem: false, out var fault);
            if (completion is null) _faults.Add($"{type.Name}.{definition.Name}: {fault}");
            else fields.Add(definition.Name, Observed(definition, Guarded(definition, field)).Bind(definition, completion));
        }
    }

    private FieldBinding Guarded(FieldDefinition definition, FieldBinding field) => bindings.GuardOf(definition) is { } guard ? field.Behind(guard) : field;

    private FieldBinding Observed(FieldDefinition definition, FieldBinding field) => bindings.WitnessOf(definition) is { } witness ? field.Before(witness) : field;

    private bool IsMissing(NamedType type) => !type.IsSpecified && bindings.DynamicResolver is null;
}
