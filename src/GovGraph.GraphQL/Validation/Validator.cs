using System.Collections.Immutable;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Validation;

/// <summary>Whether a document may be executed on a schema.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Validation"/>
public static class Validator
{
    /// <summary>All errors, rule by rule; none where the document is valid.</summary>
    public static ImmutableArray<GraphQLError> Validate(
        Schema schema, DocumentNode document, ValidationOptions? options = null, CancellationToken cancellation = default)
    {
        var context = new ValidationContext(schema, document, options ?? ValidationOptions.Default, cancellation);
        var rules = SpecifiedRules.For(context);
        new DocumentWalk(context, rules).Run(document);
        return context.Errors(rules);
    }
}
