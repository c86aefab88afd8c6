using BenchmarkDotNet.Attributes;
using GovGraph.Api;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Validation;

namespace GovGraph.Benchmarks;

/// <summary>What a document costs that is seen for the first time, step by step.</summary>
public class DocumentBenchmarks
{
    private readonly BoundSchema _schema = ApiSchema.Bind();
    private DocumentNode _parsed = null!;

    public static IEnumerable<SampleDocument> Documents => SampleDocument.All;

    [ParamsSource(nameof(Documents))]
    public SampleDocument Document { get; set; } = null!;

    [GlobalSetup]
    public void Setup() => _parsed = Parse();

    [Benchmark]
    public int Lex()
    {
        var lexer = new Lexer(Document.Query);
        var tokens = 0;
        while (lexer.Next().Kind is not (TokenKind.EndOfFile or TokenKind.Invalid)) tokens++;
        return tokens;
    }

    [Benchmark]
    public DocumentNode Parse() => Parser.Parse(Document.Query).Node!;

    [Benchmark]
    public int Validate() => Validator.Validate(_schema.Schema, _parsed).Length;

    [Benchmark]
    public int Compile() => Compile(_parsed);

    [Benchmark]
    public int ParseValidateCompile()
    {
        var parsed = Parse();
        return Validator.Validate(_schema.Schema, parsed).Length + Compile(parsed);
    }

    private int Compile(DocumentNode document)
    {
        var definition = document.Definitions.OfType<OperationDefinitionNode>().First();
        var operation = new CompiledOperation(_schema, document, definition, _schema.Objects[_schema.Schema.RootType(definition.Operation)!]);
        var variables = CoerceVariableValues.Of(operation.Variables, Document.Variables, _schema.Inputs, suggestsNames: true).Values;
        return Count(operation.Select(variables).Root);
    }

    /// <summary>Selection sets are compiled when they are needed: here all are.</summary>
    private int Count(CompiledSelectionSet selections)
    {
        var count = 0;
        foreach (var field in selections.Fields)
        {
            count++;
            if (!field.HasSelectionSet) continue;
            foreach (var type in _schema.PossibleTypes(field.Definition.Type.Named)) count += Count(field.SelectionSet(type));
        }

        return count;
    }
}
