using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Diagnostics;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Validation;

namespace GovGraph.GraphQL.Execution;

/// <summary>Compiled operations by document text and operation name. Only valid ones are kept, the least recently used go first.</summary>
internal sealed class OperationCache(BoundSchema schema, ExecutionOptions options)
{
    // What is compiled from a text takes many times its length: all the texts together are bounded, not just their number.
    private const int LongestKept = 32 * 1024;
    private const int MostCharacters = 1024 * 1024;

    private readonly LruCache<(string Query, string? OperationName), CompiledOperation> _kept = new(options.CachedOperations, MostCharacters);

    public long Hits => _kept.Hits;

    public long Misses => _kept.Misses;

    public (CompiledOperation? Operation, IReadOnlyList<GraphQLError> Errors) Get(
        GraphQLRequest request, ObservedOperation? observed, CancellationToken cancellationToken)
    {
        var key = (request.Query, request.OperationName);
        if (_kept.TryGet(key, out var kept)) return (kept, []);

        var parsed = Parse(request.Query, observed);
        if (!parsed.IsParsed) return (null, [parsed.Error]);

        var errors = Validate(parsed.Node, observed, cancellationToken);
        if (!errors.IsEmpty) return (null, errors);

        if (!TryFindOperation(parsed.Node, request.OperationName, out var definition, out var error)) return (null, [error]);

        var rootType = schema.Schema.RootType(definition.Operation);
        if (rootType is null)
        {
            var missing = $"Schema is not configured to execute {definition.Operation.ToString().ToLowerInvariant()} operation.";
            return (null, [new GraphQLError(missing) { Locations = [definition.Location] }]);
        }

        var compiled = Compile(parsed.Node, definition, schema.Objects[rootType], observed);
        if (request.Query.Length <= LongestKept) _kept.Add(key, compiled, request.Query.Length);
        return (compiled, []);
    }

    private ParseResult<DocumentNode> Parse(string text, ObservedOperation? observed)
    {
        using var step = observed?.StartStep(Spans.DocumentParsing, "parse");
        return Parser.Parse(text, options.Parser);
    }

    private ImmutableArray<GraphQLError> Validate(DocumentNode document, ObservedOperation? observed, CancellationToken cancellationToken)
    {
        using var step = observed?.StartStep(Spans.DocumentValidation, "validate");
        return Validator.Validate(schema.Schema, document, options.Validation, cancellationToken);
    }

    private CompiledOperation Compile(DocumentNode document, OperationDefinitionNode definition, BoundObject rootType, ObservedOperation? observed)
    {
        using var step = observed?.StartStep(Spans.OperationPlanning, "plan");
        return new CompiledOperation(schema, document, definition, rootType);
    }

    /// <summary>GetOperation</summary>
    private static bool TryFindOperation(
        DocumentNode document,
        string? name,
        [NotNullWhen(true)] out OperationDefinitionNode? operation,
        [NotNullWhen(false)] out GraphQLError? error)
    {
        var operations = document.Definitions.OfType<OperationDefinitionNode>();
        operation = null;
        error = null;
        if (string.IsNullOrEmpty(name))
        {
            operation = operations.FirstOrDefault();
            if (operation is null) error = new GraphQLError("Must provide an operation.");
            else if (operations.Skip(1).Any()) error = new GraphQLError("Must provide operation name if query contains multiple operations.");
        }
        else
        {
            operation = operations.FirstOrDefault(candidate => candidate.Name?.Value == name);
            if (operation is null) error = new GraphQLError($"Unknown operation named \"{name}\".");
        }

        return error is null;
    }
}
