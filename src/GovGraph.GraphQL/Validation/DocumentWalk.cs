using System.Collections.Immutable;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Validation;

/// <summary>One walk over a document for all rules together. It keeps the types at each place and notes who uses which variable.</summary>
internal sealed partial class DocumentWalk(ValidationContext context, ImmutableArray<ValidationRule> rules)
{
    private DefinitionScope? _scope;

    public void Run(DocumentNode document)
    {
        foreach (var rule in rules) rule.EnterDocument(document);
        for (var i = 0; i < document.Definitions.Length && !context.IsAborted; i++)
        {
            _scope = context.Scopes[i];
            switch (document.Definitions[i])
            {
                case OperationDefinitionNode operation: Walk(operation); break;
                case FragmentDefinitionNode fragment: Walk(fragment); break;
                case TypeSystemNode definition: Walk(definition); break;
            }
        }

        foreach (var rule in rules)
        {
            if (!context.IsAborted) rule.LeaveDocument(document);
        }
    }

    private void Walk(OperationDefinitionNode operation)
    {
        foreach (var rule in rules) rule.EnterOperation(operation);
        foreach (var variable in operation.VariableDefinitions)
        {
            if (context.IsAborted) return;

            Walk(variable);
        }

        Walk(operation.Directives, operation, operation.Operation switch
        {
            OperationType.Query => "QUERY",
            OperationType.Mutation => "MUTATION",
            _ => "SUBSCRIPTION",
        });
        context.OutputType = context.Schema.RootType(operation.Operation);
        Walk(operation.SelectionSet);
        context.OutputType = null;
    }

    private void Walk(VariableDefinitionNode variable)
    {
        context.VariableType = context.Type(variable.Type);
        foreach (var rule in rules) rule.EnterVariableDefinition(variable);

        Walk(variable.Type);
        if (variable.DefaultValue is { } value) WalkValue(value, null, false, null);
        Walk(variable.Directives, variable, "VARIABLE_DEFINITION");
        context.VariableType = null;
    }

    private void Walk(FragmentDefinitionNode fragment)
    {
        foreach (var rule in rules) rule.EnterFragmentDefinition(fragment);

        Walk(fragment.TypeCondition);
        Walk(fragment.Directives, fragment, "FRAGMENT_DEFINITION");
        context.OutputType = context.Type(fragment.TypeCondition);
        Walk(fragment.SelectionSet);
        context.OutputType = null;
    }

    private void Walk(SelectionSetNode selectionSet)
    {
        context.ThrowIfCancelled();
        var outerParent = context.ParentType;
        context.ParentType = context.OutputType?.Named is { IsComposite: true } parent ? parent : null;
        foreach (var selection in selectionSet.Selections)
        {
            if (context.IsAborted) break;

            switch (selection)
            {
                case FieldNode field: Walk(field); break;
                case InlineFragmentNode inline: Walk(inline); break;
                case FragmentSpreadNode spread: Walk(spread); break;
            }
        }

        context.ParentType = outerParent;
    }

    private void Walk(FieldNode field)
    {
        var (outerType, outerField) = (context.OutputType, context.Field);
        context.Field = context.ParentType is { } parent ? context.Schema.Field(parent, field.Name.Value) : null;
        context.OutputType = context.Field?.Type;
        foreach (var rule in rules) rule.EnterField(field);

        foreach (var argument in field.Arguments)
        {
            if (context.IsAborted) break;

            context.Argument = context.Field?.Argument(argument.Name.Value);
            Walk(argument, null);
        }

        Walk(field.Directives, field, "FIELD");
        if (field.SelectionSet is { } selectionSet) Walk(selectionSet);
        (context.OutputType, context.Field) = (outerType, outerField);
    }

    private void Walk(InlineFragmentNode fragment)
    {
        var outerType = context.OutputType;
        context.OutputType = fragment.TypeCondition is { } condition ? context.Type(condition) : outerType?.Named;
        foreach (var rule in rules) rule.EnterInlineFragment(fragment);

        if (fragment.TypeCondition is { } type) Walk(type);
        Walk(fragment.Directives, fragment, "INLINE_FRAGMENT");
        Walk(fragment.SelectionSet);
        context.OutputType = outerType;
    }

    private void Walk(FragmentSpreadNode spread)
    {
        foreach (var rule in rules) rule.EnterFragmentSpread(spread);

        Walk(spread.Directives, spread, "FRAGMENT_SPREAD");
    }

    private void Walk(ImmutableArray<DirectiveNode> directives, Node owner, string location)
    {
        if (directives.IsEmpty) return;

        foreach (var rule in rules) rule.EnterDirectives(directives, location, owner);
        foreach (var directive in directives)
        {
            if (context.IsAborted) break;

            context.Directive = context.Schema.DirectiveDefinitions.GetValueOrDefault(directive.Name.Value);
            foreach (var rule in rules) rule.EnterDirective(directive);
            foreach (var argument in directive.Arguments)
            {
                context.Argument = context.Directive?.Argument(argument.Name.Value);
                Walk(argument, directive);
            }
        }

        context.Directive = null;
    }

    private void Walk(ArgumentNode argument, DirectiveNode? directive)
    {
        foreach (var rule in rules) rule.EnterArgument(argument, directive);

        WalkValue(argument.Value, context.Argument?.Type, context.Argument?.DefaultValue is not null, null);
        context.Argument = null;
    }

    private void Walk(TypeNode type)
    {
        while (type is not NamedTypeNode) type = type is ListTypeNode list ? list.Type : ((NonNullTypeNode)type).Type;
        foreach (var rule in rules) rule.EnterNamedType((NamedTypeNode)type);
    }

    private void WalkValue(ValueNode value, GraphQLType? type, bool hasDefault, InputObjectType? oneOf)
    {
        switch (value)
        {
            case VariableNode variable:
                _scope?.VariableUsages.Add(new VariableUsage(variable, type, hasDefault, oneOf));
                break;
            case ListValueNode list:
                var itemType = type?.Nullable is ListType listType ? listType.OfType : type?.Nullable;
                foreach (var item in list.Values) WalkValue(item, itemType, false, null);
                break;
            case ObjectValueNode fields:
                foreach (var rule in rules) rule.EnterObjectValue(fields);

                var inputObject = type?.Named as InputObjectType;
                foreach (var field in fields.Fields)
                {
                    var definition = inputObject?.Fields.GetValueOrDefault(field.Name.Value);
                    WalkValue(field.Value, definition?.Type, definition?.DefaultValue is not null, inputObject is { IsOneOf: true } ? inputObject : null);
                }

                break;
        }
    }
}
