using System.Collections.Immutable;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Introspection;

/// <summary>Resolves the introspection types on the schema's own classes: they are bound like any other types.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Introspection"/>
internal static class IntrospectionFields
{
    public static SchemaBindings Bind(Schema schema) => new SchemaBindings()
        .Type<Schema>("__Schema", BindSchema)
        .Type<GraphQLType>("__Type", types => BindType(types, schema))
        .Type<FieldDefinition>("__Field", BindField)
        .Type<InputValueDefinition>("__InputValue", BindInputValue)
        .Type<EnumValueDefinition>("__EnumValue", BindEnumValue)
        .Type<DirectiveDefinition>("__Directive", BindDirective)
        .Enum<TypeKind>("__TypeKind");

    /// <summary>__schema</summary>
    public static FieldBinding Schema(Schema schema) => new FieldBinding<object, Schema>("__schema", _ => schema);

    /// <summary>__type(name:)</summary>
    public static FieldBinding Type(Schema schema) => new ContextFieldBinding<object, GraphQLType?>(
        "__type", (_, context) => schema.Types.GetValueOrDefault(context.Argument<string>("name")));

    private static void BindSchema(TypeBinding<Schema> schemas)
    {
        schemas.Field("description", schema => schema.Description);
        schemas.Field("types", schema => schema.TypesInOrder);
        schemas.Field("queryType", schema => schema.QueryType);
        schemas.Field("mutationType", schema => schema.MutationType);
        schemas.Field("subscriptionType", schema => schema.SubscriptionType);
        schemas.Field("directives", schema => schema.DirectiveDefinitionsInOrder);
    }

    private static void BindType(TypeBinding<GraphQLType> types, Schema schema)
    {
        types.Field("kind", TypeKinds.Of);
        types.Field("name", type => (type as NamedType)?.Name);
        types.Field("description", type => (type as NamedType)?.Description);
        types.Field("specifiedByURL", type => (type as ScalarType)?.SpecifiedByUrl);
        types.PureField("fields", (type, arguments) => type is ComplexType complex
            ? Visible(complex.FieldsInOrder, arguments, field => field.DeprecationReason)
            : null);
        types.Field("interfaces", type => (type as ComplexType)?.Interfaces);
        types.Field("possibleTypes", type => type is NamedType { IsAbstract: true } named ? schema.PossibleTypes(named) : (ImmutableArray<ObjectType>?)null);
        types.PureField("enumValues", (type, arguments) => type is EnumType enumType
            ? Visible(enumType.ValuesInOrder, arguments, value => value.DeprecationReason)
            : null);
        types.PureField("inputFields", (type, arguments) => type is InputObjectType input
            ? Visible(input.FieldsInOrder, arguments, field => field.DeprecationReason)
            : null);
        types.Field("ofType", type => type switch
        {
            ListType list => list.OfType,
            NonNullType nonNull => nonNull.OfType,
            _ => null,
        });
        types.Field("isOneOf", type => (type as InputObjectType)?.IsOneOf);
    }

    private static void BindField(TypeBinding<FieldDefinition> fields)
    {
        fields.Field("name", field => field.Name);
        fields.Field("description", field => field.Description);
        fields.PureField("args", (field, arguments) => Visible(field.Arguments, arguments, argument => argument.DeprecationReason));
        fields.Field("type", field => field.Type);
        fields.Field("isDeprecated", field => field.DeprecationReason is not null);
        fields.Field("deprecationReason", field => field.DeprecationReason);
    }

    private static void BindInputValue(TypeBinding<InputValueDefinition> inputs)
    {
        inputs.Field("name", input => input.Name);
        inputs.Field("description", input => input.Description);
        inputs.Field("type", input => input.Type);
        inputs.Field("defaultValue", DefaultValue.Text);
        inputs.Field("isDeprecated", input => input.DeprecationReason is not null);
        inputs.Field("deprecationReason", input => input.DeprecationReason);
    }

    private static void BindEnumValue(TypeBinding<EnumValueDefinition> values)
    {
        values.Field("name", value => value.Name);
        values.Field("description", value => value.Description);
        values.Field("isDeprecated", value => value.DeprecationReason is not null);
        values.Field("deprecationReason", value => value.DeprecationReason);
    }

    private static void BindDirective(TypeBinding<DirectiveDefinition> directives)
    {
        directives.Field("name", directive => directive.Name);
        directives.Field("description", directive => directive.Description);
        directives.Field("isRepeatable", directive => directive.IsRepeatable);
        directives.Field("locations", directive => directive.Locations);
        directives.PureField("args", (directive, arguments) => Visible(directive.Arguments, arguments, argument => argument.DeprecationReason));
    }

    /// <summary>Without what is deprecated, unless that is asked for.</summary>
    private static IEnumerable<T> Visible<T>(ImmutableArray<T> definitions, InputObject arguments, Func<T, string?> deprecationReason) =>
        arguments["includeDeprecated"] is true
            ? definitions
            : definitions.Where(definition => deprecationReason(definition) is null);
}
