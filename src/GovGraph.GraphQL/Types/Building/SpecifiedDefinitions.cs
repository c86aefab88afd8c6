using System.Collections.Frozen;
using System.Diagnostics;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types.Building;

/// <summary>What every schema has without writing it: the five scalars, the five directives and the introspection types.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Introspection.Schema-Introspection-Schema"/>
internal static class SpecifiedDefinitions
{
    private const string Sdl =
        """"
        "A signed 32-bit whole number."
        scalar Int

        "A double-precision number as IEEE 754 specifies it."
        scalar Float

        "A text in Unicode."
        scalar String

        "True or false."
        scalar Boolean

        "The key of an object: opaque, and written as a string. A whole number is accepted in its place."
        scalar ID

        "Includes a field or fragment only where the argument is true."
        directive @include("Whether to include it." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Leaves a field or fragment out where the argument is true."
        directive @skip("Whether to leave it out." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Marks what should no longer be used."
        directive @deprecated(
          "Why, and what to use instead; in Markdown."
          reason: String! = "No longer supported"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE

        "Names the document that specifies a custom scalar."
        directive @specifiedBy("The address of the document." url: String!) on SCALAR

        "Marks an input object of which exactly one field must be given."
        directive @oneOf on INPUT_OBJECT

        "What a service can be asked: its types, root types and directives."
        type __Schema {
          description: String
          "All named types."
          types: [__Type!]!
          "The type of a query's root."
          queryType: __Type!
          "The type of a mutation's root; null where nothing can be changed."
          mutationType: __Type
          "The type of a subscription's root; null where nothing can be subscribed to."
          subscriptionType: __Type
          "All directives."
          directives: [__Directive!]!
        }

        "A named type, or a list or non-null of another type. Its kind tells which of the fields are not null."
        type __Type {
          kind: __TypeKind!
          name: String
          description: String
          specifiedByURL: String
          "Of an object or interface."
          fields(includeDeprecated: Boolean! = false): [__Field!]
          "Of an object or interface."
          interfaces: [__Type!]
          "Of an interface or union."
          possibleTypes: [__Type!]
          "Of an enum."
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          "Of an input object."
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          "Of a list or non-null."
          ofType: __Type
          "Of an input object: whether exactly one of its fields must be given."
          isOneOf: Boolean
        }

        "The kinds of types."
        enum __TypeKind {
          SCALAR
          OBJECT
          INTERFACE
          UNION
          ENUM
          INPUT_OBJECT
          LIST
          NON_NULL
        }

        "A field of an object or interface."
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "An argument of a field or directive, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          "As GraphQL writes it; null where there is none."
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A value of an enum."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A directive: it changes how what it is put on is checked or executed."
        type __Directive {
          name: String!
          description: String
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }

        "Where a directive can be put."
        enum __DirectiveLocation {
          QUERY
          MUTATION
          SUBSCRIPTION
          FIELD
          FRAGMENT_DEFINITION
          FRAGMENT_SPREAD
          INLINE_FRAGMENT
          VARIABLE_DEFINITION
          SCHEMA
          SCALAR
          OBJECT
          FIELD_DEFINITION
          ARGUMENT_DEFINITION
          INTERFACE
          UNION
          ENUM
          ENUM_VALUE
          INPUT_OBJECT
          INPUT_FIELD_DEFINITION
        }
        """";

    public static DocumentNode Document { get; } = Parser.Parse(Sdl, ParserLimits.Trusted).Node ?? throw new UnreachableException();

    public static FrozenSet<string> DirectiveNames { get; } =
        Document.Definitions.OfType<DirectiveDefinitionNode>().Select(directive => directive.Name.Value).ToFrozenSet();
}
