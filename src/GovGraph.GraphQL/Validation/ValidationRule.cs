using System.Collections.Immutable;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation;

/// <summary>One rule, for one document. The walk calls Enter before a node's children and Leave after them; a rule overrides what it needs.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Validation"/>
internal abstract class ValidationRule(ValidationContext context)
{
    public string Name => GetType().Name;

    protected ValidationContext Context { get; } = context;

    public virtual void EnterDocument(DocumentNode document) { }

    public virtual void LeaveDocument(DocumentNode document) { }

    public virtual void EnterOperation(OperationDefinitionNode operation) { }

    public virtual void EnterFragmentDefinition(FragmentDefinitionNode fragment) { }

    public virtual void EnterVariableDefinition(VariableDefinitionNode variable) { }

    public virtual void EnterField(FieldNode field) { }

    public virtual void EnterFragmentSpread(FragmentSpreadNode spread) { }

    public virtual void EnterInlineFragment(InlineFragmentNode fragment) { }

    /// <summary>All directives at one place, which may be none.</summary>
    public virtual void EnterDirectives(ImmutableArray<DirectiveNode> directives, string location, Node owner) { }

    public virtual void EnterDirective(DirectiveNode directive) { }

    /// <summary>An argument of a field or, where one is given, of a directive.</summary>
    public virtual void EnterArgument(ArgumentNode argument, DirectiveNode? directive) { }

    public virtual void EnterObjectValue(ObjectValueNode value) { }

    public virtual void EnterNamedType(NamedTypeNode type) { }

    protected void Report(string message, params ReadOnlySpan<Node> nodes)
    {
        var locations = ImmutableArray.CreateBuilder<Location>(nodes.Length);
        foreach (var node in nodes) locations.Add(node.Location);
        Report(new GraphQLError(message) { Locations = locations.MoveToImmutable() });
    }

    protected void Report(GraphQLError error) => Context.Report(this, error);
}
