using System.Collections.Immutable;
using System.Text;

namespace GovGraph.GraphQL.Language;

/// <summary>From nodes back to text that parses to the same nodes: two spaces a level, one definition a paragraph.</summary>
internal sealed partial class Printer
{
    /// <summary>Arguments and union members that would make a line longer than this are written one a line.</summary>
    private const int LongestLine = 80;

    private readonly StringBuilder _text = new();
    private int _indent;

    private Printer()
    {
    }

    public static string Print(Node node)
    {
        var printer = new Printer();
        printer.Write(node);
        return printer._text.ToString();
    }

    private void Write(Node node)
    {
        switch (node)
        {
            case DocumentNode document: WriteDocument(document); break;
            case DefinitionNode definition: WriteDefinition(definition); break;
            case ValueNode value: WriteValue(value); break;
            case TypeNode type: _text.Append(type); break;
            case NameNode name: _text.Append(name.Value); break;
            case SelectionSetNode selectionSet: WriteSelectionSet(selectionSet); break;
            case SelectionNode selection: WriteSelection(selection); break;
            case ArgumentNode argument: WriteArgument(argument); break;
            case DirectiveNode directive: WriteDirective(directive); break;
            case ObjectFieldNode field: WriteObjectField(field); break;
            case VariableDefinitionNode variable: WriteVariableDefinition(variable); break;
            case OperationTypeDefinitionNode operationType: WriteOperationType(operationType); break;
            case FieldDefinitionNode field: WriteFieldDefinition(field); break;
            case InputValueDefinitionNode input: WriteInputValueDefinition(input); break;
            case EnumValueDefinitionNode value: WriteEnumValueDefinition(value); break;
            default: throw new ArgumentException($"There is no text for {node.GetType().Name}.", nameof(node));
        }
    }

    private void WriteDocument(DocumentNode document)
    {
        for (var i = 0; i < document.Definitions.Length; i++)
        {
            if (i > 0) _text.Append("\n\n");
            WriteDefinition(document.Definitions[i]);
        }
    }

    private void WriteDefinition(DefinitionNode definition)
    {
        switch (definition)
        {
            case OperationDefinitionNode operation: WriteOperation(operation); break;
            case FragmentDefinitionNode fragment: WriteFragment(fragment); break;
            case TypeSystemNode typeSystem: WriteTypeSystem(typeSystem); break;
        }
    }

    private void WriteArguments(ImmutableArray<ArgumentNode> arguments)
    {
        if (arguments.IsEmpty) return;

        var start = _text.Length;
        WriteList("(", arguments, ", ", ")");
        if (LineLength() <= LongestLine) return;

        _text.Length = start;
        WriteBlock('(', arguments, ')');
    }

    private void WriteArgument(ArgumentNode argument)
    {
        _text.Append(argument.Name.Value).Append(": ");
        WriteValue(argument.Value);
    }

    private void WriteDirectives(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            _text.Append(' ');
            WriteDirective(directive);
        }
    }

    private void WriteDirective(DirectiveNode directive)
    {
        _text.Append('@').Append(directive.Name.Value);
        WriteList("(", directive.Arguments, ", ", ")");
    }

    /// <summary>Nothing for an empty list.</summary>
    private void WriteList<TNode>(string open, ImmutableArray<TNode> nodes, string separator, string close) where TNode : Node
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            _text.Append(i == 0 ? open : separator);
            Write(nodes[i]);
        }

        if (!nodes.IsEmpty) _text.Append(close);
    }

    /// <summary>One node a line, a level deeper. Nothing for an empty list.</summary>
    private void WriteBlock<TNode>(char open, ImmutableArray<TNode> nodes, char close) where TNode : Node
    {
        if (nodes.IsEmpty) return;

        _text.Append(open);
        _indent++;
        foreach (var node in nodes)
        {
            StartLine();
            Write(node);
        }

        _indent--;
        StartLine();
        _text.Append(close);
    }

    private void StartLine() => _text.Append('\n').Append(' ', _indent * 2);

    private int LineLength()
    {
        var start = _text.Length;
        while (start > 0 && _text[start - 1] != '\n') start--;

        return _text.Length - start;
    }
}
