using System.Collections.Immutable;
using System.Text;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;
using GovGraph.Server.SamplePlans;

namespace GovGraph.Server.Tests.Fuzz;

/// <summary>Makes operations that the schema allows, out of all its fields, with odd values for their arguments.</summary>
internal sealed class DocumentMaker(Corpus corpus, Draw draw, ImmutableDictionary<string, ImmutableArray<string>> ids)
{
    private const int Deepest = 4;

    private readonly ValueMaker _values = new(corpus, draw, ids);
    private readonly StringBuilder _text = new();
    private readonly List<(string Declared, string Value)> _variables = [];
    private int _names;

    /// <summary>The text, and its variables as JSON.</summary>
    /// <param name="operation">Which kind.</param>
    /// <param name="most">How many fields it may have at its root.</param>
    public (string Document, string Variables) Make(OperationType operation, int most = 3)
    {
        var root = corpus.Schema.RootType(operation) ?? corpus.Schema.QueryType!;
        var count = operation == OperationType.Subscription ? 1 : draw.Between(1, most);
        _text.Append('{');
        for (var index = 0; index < count; index++) AppendField(draw.Of(root.FieldsInOrder), 0);
        _text.Append(" }");
        var declared = _variables.Count == 0 ? "" : $"({string.Join(", ", _variables.Select(variable => variable.Declared))})";
        var values = string.Join(", ", _variables.Where(_ => !draw.Percent(3)).Select(variable => variable.Value));
        return ($"{operation.ToString().ToLowerInvariant()} Q{declared} {_text}", $"{{{values}}}");
    }

    private void AppendField(FieldDefinition field, int depth)
    {
        _text.Append($" f{_names++}: {field.Name}");
        var given = field.Arguments.Where(argument => argument.IsRequired || draw.Percent(35)).ToList();
        if (given.Count > 0) _text.Append($"({string.Join(", ", given.Select(argument => $"{argument.Name}: {Value(argument)}"))})");
        if (draw.Percent(2)) _text.Append(draw.Of([" @skip(if: false)", " @include(if: true)", " @include(if: false)", " @defer"]));
        if (field.Type.Named.IsComposite) AppendSelections(field.Type.Named, depth + 1);
    }

    private string Value(InputValueDefinition argument)
    {
        if (draw.Percent(50)) return _values.Make(argument.Type, isLiteral: true);
        var name = $"v{_variables.Count}";
        _variables.Add(($"${name}: {argument.Type}", $"\"{name}\": {_values.Make(argument.Type, isLiteral: false)}"));
        return $"${name}";
    }

    private void AppendSelections(NamedType type, int depth)
    {
        _text.Append(" { __typename");
        if (type is ComplexType { FieldsInOrder: var all })
        {
            var fields = all.Where(field => !field.Type.Named.IsComposite || depth < Deepest).ToList();
            for (var count = fields.Count == 0 ? 0 : draw.Between(1, 5); count > 0; count--) AppendField(draw.Of(fields), depth);
        }

        if (type.IsAbstract && depth < Deepest)
        {
            var possible = draw.Of(corpus.Schema.PossibleTypes(type));
            _text.Append($" ... on {possible.Name}");
            AppendSelections(possible, depth);
        }

        _text.Append(" }");
    }
}
