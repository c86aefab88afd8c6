using System.Collections.Immutable;

namespace GovGraph.GraphQL.Language;

public ref partial struct Parser
{
    /// <summary>OperationDefinition : SelectionSet</summary>
    private OperationDefinitionNode ParseShorthandOperation() =>
        new(_token.Location, null, OperationType.Query, null, [], [], ParseSelectionSet());

    /// <summary>OperationDefinition : Description? OperationType Name? VariablesDefinition? Directives? SelectionSet</summary>
    private OperationDefinitionNode ParseOperationDefinition(Location start, StringValueNode? description) => new(
        start,
        description,
        ParseOperationType(),
        Peek(TokenKind.Name) ? ParseName() : null,
        OptionalMany(TokenKind.ParenLeft, static (scoped ref Parser p) => p.ParseVariableDefinition(), TokenKind.ParenRight),
        ParseDirectives(isConst: false),
        ParseSelectionSet());

    /// <summary>OperationType : one of query mutation subscription</summary>
    private OperationType ParseOperationType()
    {
        var token = _token;
        Expect(TokenKind.Name);
        switch (Text(token))
        {
            case "query": return OperationType.Query;
            case "mutation": return OperationType.Mutation;
            case "subscription": return OperationType.Subscription;
            default:
                Unexpected(token);
                return default;
        }
    }

    /// <summary>VariableDefinition : Description? Variable : Type DefaultValue? Directives[Const]?</summary>
    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _token.Location;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        return new VariableDefinitionNode(start, description, variable, ParseTypeReference(), ParseDefaultValue(), ParseDirectives(isConst: true));
    }

    /// <summary>SelectionSet : { Selection+ }</summary>
    private SelectionSetNode ParseSelectionSet()
    {
        var start = _token.Location;
        Descend();
        var selections = Many(TokenKind.BraceLeft, static (scoped ref Parser p) => p.ParseSelection(), TokenKind.BraceRight);
        Ascend();
        return new SelectionSetNode(start, selections);
    }

    /// <summary>Selection : Field | FragmentSpread | InlineFragment</summary>
    private SelectionNode ParseSelection() => Peek(TokenKind.Spread) ? ParseFragment() : ParseField();

    /// <summary>Field : Alias? Name Arguments? Directives? SelectionSet?</summary>
    private FieldNode ParseField()
    {
        var start = _token.Location;
        var name = ParseName();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon)) (alias, name) = (name, ParseName());

        return new FieldNode(
            start,
            alias,
            name,
            ParseArguments(isConst: false),
            ParseDirectives(isConst: false),
            Peek(TokenKind.BraceLeft) ? ParseSelectionSet() : null);
    }

    /// <summary>FragmentSpread : ... FragmentName Directives? | InlineFragment : ... TypeCondition? Directives? SelectionSet</summary>
    private SelectionNode ParseFragment()
    {
        var start = _token.Location;
        Expect(TokenKind.Spread);
        var hasTypeCondition = SkipKeyword("on");
        if (!hasTypeCondition && Peek(TokenKind.Name))
        {
            return new FragmentSpreadNode(start, ParseName(), ParseDirectives(isConst: false));
        }

        return new InlineFragmentNode(start, hasTypeCondition ? ParseNamedType() : null, ParseDirectives(isConst: false), ParseSelectionSet());
    }

    /// <summary>FragmentDefinition : Description? fragment FragmentName TypeCondition Directives? SelectionSet</summary>
    private FragmentDefinitionNode ParseFragmentDefinition(Location start, StringValueNode? description)
    {
        ExpectKeyword("fragment");

        // FragmentName : Name but not on
        if (Keyword() is "on") Unexpected(_token);

        var name = ParseName();
        ExpectKeyword("on");
        return new FragmentDefinitionNode(start, description, name, ParseNamedType(), ParseDirectives(isConst: false), ParseSelectionSet());
    }

    /// <summary>Arguments[Const] : ( Argument[?Const]+ )</summary>
    private ImmutableArray<ArgumentNode> ParseArguments(bool isConst) => OptionalMany<ArgumentNode>(
        TokenKind.ParenLeft,
        isConst
            ? static (scoped ref Parser p) => p.ParseArgument(isConst: true)
            : static (scoped ref Parser p) => p.ParseArgument(isConst: false),
        TokenKind.ParenRight);

    /// <summary>Argument[Const] : Name : Value[?Const]</summary>
    private ArgumentNode ParseArgument(bool isConst)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ArgumentNode(name.Location, name, ParseValueLiteral(isConst));
    }

    /// <summary>Directives[Const] : Directive[?Const]+</summary>
    private ImmutableArray<DirectiveNode> ParseDirectives(bool isConst)
    {
        if (!Peek(TokenKind.At)) return [];

        var directives = new NodeList<DirectiveNode>();
        while (Peek(TokenKind.At))
        {
            if (directives.Count == _limits.MaxDirectives)
            {
                FailAtLimit($"More than {_limits.MaxDirectives} directives in one place.");
                break;
            }

            var start = _token.Location;
            Advance();
            directives.Add(new DirectiveNode(start, ParseName(), ParseArguments(isConst)));
        }

        return directives.ToImmutable();
    }
}
