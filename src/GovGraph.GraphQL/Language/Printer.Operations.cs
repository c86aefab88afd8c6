namespace GovGraph.GraphQL.Language;

internal sealed partial class Printer
{
    private void WriteOperation(OperationDefinitionNode operation)
    {
        WriteDescription(operation.Description);
        var isShorthand = operation.Operation == OperationType.Query
            && operation.Name is null
            && operation.Description is null
            && operation.VariableDefinitions.IsEmpty
            && operation.Directives.IsEmpty;
        if (!isShorthand)
        {
            _text.Append(Keyword(operation.Operation));
            if (operation.Name is not null || !operation.VariableDefinitions.IsEmpty) _text.Append(' ').Append(operation.Name?.Value);
            if (operation.VariableDefinitions.Any(variable => variable.Description is not null)) WriteBlock('(', operation.VariableDefinitions, ')');
            else WriteList("(", operation.VariableDefinitions, ", ", ")");
            WriteDirectives(operation.Directives);
            _text.Append(' ');
        }

        WriteSelectionSet(operation.SelectionSet);
    }

    internal static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Mutation => "mutation",
        OperationType.Subscription => "subscription",
        _ => "query",
    };

    private void WriteVariableDefinition(VariableDefinitionNode variable)
    {
        WriteDescription(variable.Description);
        WriteValue(variable.Variable);
        _text.Append(": ").Append(variable.Type);
        WriteDefaultValue(variable.DefaultValue);
        WriteDirectives(variable.Directives);
    }

    private void WriteFragment(FragmentDefinitionNode fragment)
    {
        WriteDescription(fragment.Description);
        _text.Append("fragment ").Append(fragment.Name.Value).Append(" on ").Append(fragment.TypeCondition);
        WriteDirectives(fragment.Directives);
        _text.Append(' ');
        WriteSelectionSet(fragment.SelectionSet);
    }

    private void WriteSelectionSet(SelectionSetNode selectionSet) => WriteBlock('{', selectionSet.Selections, '}');

    private void WriteSelection(SelectionNode selection)
    {
        switch (selection)
        {
            case FieldNode field: WriteField(field); break;
            case FragmentSpreadNode spread:
                _text.Append("...").Append(spread.Name.Value);
                WriteDirectives(spread.Directives);
                break;
            case InlineFragmentNode inline:
                _text.Append("...");
                if (inline.TypeCondition is not null) _text.Append(" on ").Append(inline.TypeCondition);
                WriteDirectives(inline.Directives);
                _text.Append(' ');
                WriteSelectionSet(inline.SelectionSet);
                break;
        }
    }

    private void WriteField(FieldNode field)
    {
        if (field.Alias is not null) _text.Append(field.Alias.Value).Append(": ");
        _text.Append(field.Name.Value);
        WriteArguments(field.Arguments);
        WriteDirectives(field.Directives);
        if (field.SelectionSet is null) return;

        _text.Append(' ');
        WriteSelectionSet(field.SelectionSet);
    }
}
