using System.Collections.Immutable;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;
using GovGraph.GraphQL.Validation;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation;

/// <summary>Validates a query on one schema, and looks at the errors of one rule.</summary>
internal static class RuleTest
{
    public static Schema Schema { get; } = Build(
        """
        type Query {
          plan(id: ID!): Plan
          plans(where: PlanFilter, first: Int! = 10, order: [Order!]): [Plan!]!
          task(key: Key, required: Key!): Task
          node(id: ID!): Node
          found: [Found]
          owner: Owner
          scale(by: Float, with: Json, wide: Boolean): Float
        }

        type Mutation {
          close(id: ID!): Task
        }

        type Subscription {
          taskChanged(id: ID): Task
          planChanged: Plan
        }

        interface Node { id: ID! }
        interface Dated implements Node { id: ID! due: String }
        interface Hidden { secret: String }

        type Plan implements Node { id: ID! title(short: Boolean): String year: Int lead: Unit tasks(state: State = OPEN, states: [State!], first: Int!): [Task!] }
        type Task implements Dated & Node { id: ID! due: String title: String! state: State lead: Unit year: [Int] plan: Plan }
        type Unit implements Hidden { secret: String name: String parent: Unit head: Unit! }

        union Found = Plan | Task
        union Owner = Unit
        enum State { OPEN DONE OVERDUE }
        enum Order { TITLE YEAR }
        scalar Json

        input PlanFilter { and: [PlanFilter!] year: Int years: Range titles: [String] order: Order strict: Boolean! = false }
        input Range { from: Int! to: Int }
        input Key @oneOf { id: ID code: String }

        directive @once(note: String) on QUERY | MUTATION | FIELD | FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @tag(name: String!) repeatable on FIELD | VARIABLE_DEFINITION | SUBSCRIPTION | OBJECT
        directive @typeOnly on OBJECT | SCHEMA
        """);

    public static void Valid<TRule>(string query, ValidationOptions? options = null) => Invalid<TRule>(query, options, []);

    /// <summary>Each error as its locations and its message: 1:3 Cannot query …</summary>
    public static void Invalid<TRule>(string query, params string[] errors) => Invalid<TRule>(query, null, errors);

    public static void Invalid<TRule>(string query, ValidationOptions? options, params string[] errors) => Assert.Equal(
        errors,
        Validate(query, options)
            .Where(error => error.Rule == typeof(TRule).Name)
            .Select(error => $"{string.Join(' ', error.Locations)} {error.Message}"));

    public static ImmutableArray<GraphQLError> Validate(string query, ValidationOptions? options = null) =>
        Validator.Validate(Schema, Parse(query), options, TestContext.Current.CancellationToken);

    public static DocumentNode Parse(string query)
    {
        var result = Parser.Parse(query, ParserLimits.Trusted);
        Assert.True(result.IsParsed, result.Error?.Message);
        return result.Node;
    }

    public static Schema Build(string sdl)
    {
        var result = SchemaBuilder.Build(sdl);
        Assert.True(result.IsBuilt, string.Join('\n', result.Errors.Select(error => error.Message)));
        return result.Schema;
    }
}
