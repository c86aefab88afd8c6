using System.Collections.Immutable;
using System.Globalization;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Validation;

/// <summary>What the rules know: schema and document, the types where the walk stands, who uses which fragment; and where they report.</summary>
internal sealed class ValidationContext
{
    private const int MaxMessageLength = 2_000;
    private const int MaxLocations = 100;

    private readonly Dictionary<string, FragmentScope> _fragments = [];
    private readonly List<(ValidationRule? Rule, GraphQLError Error)> _errors = [];
    private readonly CancellationToken _cancellation;
    private readonly WorkBudget _budget;
    private int _searches;

    public ValidationContext(Schema schema, DocumentNode document, ValidationOptions options, CancellationToken cancellation)
    {
        (Schema, Document, Options, _cancellation) = (schema, document, options, cancellation);
        _budget = new WorkBudget(options.MaxWork);
        Scopes = new DefinitionScope?[document.Definitions.Length];
        for (var i = 0; i < Scopes.Length; i++)
        {
            switch (document.Definitions[i])
            {
                case OperationDefinitionNode operation:
                    var operationScope = new OperationScope(operation);
                    Scopes[i] = operationScope;
                    Operations.Add(operationScope);
                    break;
                case FragmentDefinitionNode fragment:
                    var fragmentScope = new FragmentScope(fragment, Type(fragment.TypeCondition));
                    Scopes[i] = fragmentScope;
                    _fragments[fragmentScope.Name] = fragmentScope;
                    break;
                default:
                    HasTypeSystemDefinitions = true;
                    break;
            }
        }
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public ValidationOptions Options { get; }

    /// <summary>In the order of the document's definitions; null for a definition that is not executable.</summary>
    public DefinitionScope?[] Scopes { get; }

    public List<OperationScope> Operations { get; } = [];

    public bool HasTypeSystemDefinitions { get; }

    public bool HasFragments => _fragments.Count > 0;

    // ---- Where the walk stands. All are null where the document names what the schema does not have.

    /// <summary>Of the field or fragment.</summary>
    public GraphQLType? OutputType { get; set; }

    /// <summary>The composite type whose fields are being selected.</summary>
    public NamedType? ParentType { get; set; }

    public FieldDefinition? Field { get; set; }

    public DirectiveDefinition? Directive { get; set; }

    /// <summary>Of the field or directive.</summary>
    public InputValueDefinition? Argument { get; set; }

    /// <summary>Of the variable being defined.</summary>
    public GraphQLType? VariableType { get; set; }

    // ---- Names

    public NamedType? Type(NamedTypeNode node) => Schema.Types.GetValueOrDefault(node.Name.Value);

    public GraphQLType? Type(TypeNode node) => node switch
    {
        ListTypeNode list => Type(list.Type) is { } item ? new ListType(item) : null,
        NonNullTypeNode nonNull => Type(nonNull.Type) is { } nullable ? new NonNullType(nullable) : null,
        _ => Type((NamedTypeNode)node),
    };

    public FragmentScope? Fragment(string name) => _fragments.GetValueOrDefault(name);

    /// <summary>" Did you mean …?", or nothing where no name is near or names are not to be told.</summary>
    public string Suggest(string name, IEnumerable<string> candidates, string? subject = null) =>
        Options.AllowIntrospection && !IsAborted ? Validation.Suggest.From(name, candidates, subject) : "";

    // ---- Fragments

    /// <summary>A number to mark fragments with that no search before has used.</summary>
    public int NextSearch() => ++_searches;

    /// <summary>The fragments that an operation spreads, directly or through others, each once.</summary>
    public List<FragmentScope> ReferencedFragments(OperationScope operation)
    {
        if (operation.ReferencedFragments is { } known) return known;

        var fragments = new List<FragmentScope>();
        var search = NextSearch();
        if (HasFragments) Reach(operation, search, fragments);
        for (var i = 0; i < fragments.Count; i++)
        {
            var fragment = fragments[i];
            if (!TrySpend(1 + SpreadFragments(fragment).Count + fragment.VariableUsages.Count)) return [];

            Reach(fragment, search, fragments);
        }

        return operation.ReferencedFragments = fragments;
    }

    /// <summary>Adds those fragments spread by a definition that the search has not reached.</summary>
    public void Reach(DefinitionScope from, int search, List<FragmentScope> reached)
    {
        foreach (var fragment in SpreadFragments(from))
        {
            if (fragment.ReachedBySearch == search) continue;

            fragment.ReachedBySearch = search;
            reached.Add(fragment);
        }
    }

    private List<FragmentScope> SpreadFragments(DefinitionScope scope)
    {
        if (scope.SpreadFragments is { } known) return known;

        var fragments = new List<FragmentScope>();
        var distinct = new HashSet<FragmentScope>();
        foreach (var spread in scope.Spreads)
        {
            if (Fragment(spread.Name.Value) is { } fragment && distinct.Add(fragment)) fragments.Add(fragment);
        }

        return scope.SpreadFragments = fragments;
    }

    // ---- Errors

    /// <summary>True once nothing more is wanted: the walk ends, and what is still reported is dropped.</summary>
    public bool IsAborted { get; private set; }

    public void Abort() => IsAborted = true;

    public void ThrowIfCancelled() => _cancellation.ThrowIfCancellationRequested();

    /// <summary>Takes steps from the budget of work that can outgrow the document. When it is used up the document is refused.</summary>
    public bool TrySpend(int steps)
    {
        if (_budget.TrySpend(steps)) return true;

        if (!IsAborted)
        {
            Add(null, new GraphQLError(string.Create(
                CultureInfo.InvariantCulture,
                $"Validating this document takes more than {Options.MaxWork} steps. Send fewer operations, or spread fewer fragments in them."))
            {
                Code = "TOO_MUCH_VALIDATION_WORK",
            });
            Abort();
        }

        return false;
    }

    public void Report(ValidationRule rule, GraphQLError error)
    {
        if (IsAborted) return;

        if (_errors.Count == Options.MaxErrors)
        {
            Add(null, new GraphQLError("Too many validation errors, error limit reached. Validation aborted."));
            Abort();
            return;
        }

        Add(rule, error with { Rule = rule.Name });
    }

    /// <summary>The errors, rule by rule, and last what ended the walk.</summary>
    public ImmutableArray<GraphQLError> Errors(ImmutableArray<ValidationRule> rules)
    {
        if (_errors.Count == 0) return [];

        return [.. _errors.OrderBy(entry => entry.Rule is null ? rules.Length : rules.IndexOf(entry.Rule)).Select(entry => entry.Error)];
    }

    /// <summary>An answer must not be many times as long as the document: names and lists from it are cut.</summary>
    private void Add(ValidationRule? rule, GraphQLError error)
    {
        if (error.Message.Length > MaxMessageLength) error = error with { Message = string.Concat(error.Message.AsSpan(0, MaxMessageLength), "…") };
        if (error.Locations.Length > MaxLocations) error = error with { Locations = error.Locations[..MaxLocations] };
        _errors.Add((rule, error));
    }
}
