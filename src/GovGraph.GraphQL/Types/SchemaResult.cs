using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GovGraph.GraphQL.Errors;

namespace GovGraph.GraphQL.Types;

/// <summary>What building gave: a schema, or all that is wrong with its definitions.</summary>
public sealed class SchemaResult
{
    internal SchemaResult(Schema schema) => Schema = schema;

    internal SchemaResult(IEnumerable<GraphQLError> errors) => Errors = [.. errors];

    [MemberNotNullWhen(true, nameof(Schema))]
    public bool IsBuilt => Schema is not null;

    public Schema? Schema { get; }

    public ImmutableArray<GraphQLError> Errors { get; } = [];
}
