using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Transport.Http;
using GovGraph.GraphQL.Types;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Export;

/// <summary>A query for one list of nodes, made ready to be asked page by page.</summary>
internal sealed class ExportQuery
{
    private const int MostColumns = 1000;
    private static readonly Location s_nowhere = new(1, 1);

    private ExportQuery(string document, ImmutableArray<string> path, ImmutableArray<Column> columns, Paging? paging) =>
        (Document, Path, Columns, Pages) = (document, path, columns, paging);

    /// <summary>The operation alone, with the list cut down to its rows, and to what turns its pages.</summary>
    public string Document { get; }

    /// <summary>The response names down to the list, or to the connection that has it.</summary>
    public ImmutableArray<string> Path { get; }

    public ImmutableArray<Column> Columns { get; }

    /// <summary>Null for a plain list, which comes whole.</summary>
    public Paging? Pages { get; }

    /// <summary>Gives the query, or why the document is none that has rows.</summary>
    public static RequestFault? Of(Schema schema, DocumentNode document, string? operationName, out ExportQuery? query)
    {
        query = null;
        var operations = document.Definitions.OfType<OperationDefinitionNode>().Where(candidate => operationName is null || candidate.Name?.Value == operationName);
        if (operations.Take(2).ToList() is not [{ Operation: OperationType.Query } operation]) return NoRows("the document must have one query, or `operationName` must name it");

        var parts = new ExportSelections(schema, document);
        var fields = new List<FieldNode>();
        var type = (NamedType)schema.QueryType!;
        var selections = operation.SelectionSet;
        for (; ; )
        {
            if (selections.Selections.Where(selection => selection is not FieldNode { Name.Value: "__typename" }).ToList() is not [FieldNode field])
            {
                return NoRows("on each level down to the list it must select one field");
            }

            fields.Add(field);
            if (schema.Field(type, field.Name.Value) is not { } definition || field.SelectionSet is not { } inner) return NoRows("it selects no list of objects");
            if (definition.Type.Nullable is ListType list)
            {
                query = new ExportQuery(
                    Print(operation, parts, fields, field, []),
                    [.. fields.Select(above => above.ResponseName)],
                    parts.Columns(list.Named, inner, MostColumns),
                    paging: null);
                break;
            }

            type = definition.Type.Named;
            if (IsConnection(schema, type, definition))
            {
                var fault = OfConnection(schema, operation, parts, fields, type, out query);
                if (fault is not null) return fault;
                break;
            }

            selections = inner;
        }

        return query!.Columns.Length > MostColumns ? NoRows($"it must select at most {MostColumns:N0} fields") : null;
    }

    private static RequestFault? OfConnection(
        Schema schema, OperationDefinitionNode operation, ExportSelections parts, List<FieldNode> fields, NamedType connection, out ExportQuery? query)
    {
        query = null;
        var field = fields[^1];
        if (field.Arguments.Any(argument => argument.Name.Value is "last" or "before")) return NoRows("rows go forward: use `first` and `after`");
        var nodes = Nodes(field.SelectionSet!);
        if (nodes?.SelectionSet is not { } row) return NoRows("it must select the `nodes` of the connection, or `edges { node }`");

        var taken = parts.UsedBy(operation).Variables;
        taken.UnionWith(operation.VariableDefinitions.Select(variable => variable.Variable.Name.Value));
        var paging = new Paging(
            Free("pageSize", taken),
            Free("pageAfter", taken),
            Argument(field, "first"),
            Argument(field, "after"),
            operation.VariableDefinitions);
        var paged = new FieldNode(
            s_nowhere,
            field.Alias,
            field.Name,
            [
                .. field.Arguments.Where(argument => argument.Name.Value is not ("first" or "after")),
                new ArgumentNode(s_nowhere, Name("first"), Variable(paging.SizeVariable)),
                new ArgumentNode(s_nowhere, Name("after"), Variable(paging.AfterVariable)),
            ],
            field.Directives,
            new SelectionSetNode(s_nowhere, [Leaves("pageInfo", "hasNextPage", "endCursor"), new FieldNode(s_nowhere, null, Name("nodes"), [], [], row)]));
        ImmutableArray<VariableDefinitionNode> variables = [Definition(paging.SizeVariable, "Int"), Definition(paging.AfterVariable, "String")];
        query = new ExportQuery(
            Print(operation, parts, fields, paged, variables),
            [.. fields.Select(above => above.ResponseName)],
            parts.Columns(schema.Field(connection, "nodes")!.Type.Named, row, MostColumns),
            paging);
        return null;
    }

    private static bool IsConnection(Schema schema, NamedType type, FieldDefinition definition) =>
        schema.Field(type, "pageInfo") is not null
        && schema.Field(type, "nodes")?.Type.Nullable is ListType
        && definition.Argument("first") is not null
        && definition.Argument("after") is not null;

    private static FieldNode? Nodes(SelectionSetNode connection)
    {
        var fields = connection.Selections.OfType<FieldNode>().ToList();
        return fields.FirstOrDefault(field => field.Name.Value == "nodes")
            ?? fields.FirstOrDefault(field => field.Name.Value == "edges")?.SelectionSet?.Selections.OfType<FieldNode>().FirstOrDefault(field => field.Name.Value == "node");
    }

    private static string Print(
        OperationDefinitionNode operation, ExportSelections parts, List<FieldNode> fields, FieldNode list, ImmutableArray<VariableDefinitionNode> added)
    {
        var selected = list;
        for (var above = fields.Count - 2; above >= 0; above--)
        {
            var field = fields[above];
            selected = new FieldNode(s_nowhere, field.Alias, field.Name, field.Arguments, field.Directives, new SelectionSetNode(s_nowhere, [selected]));
        }

        var cut = With(operation, operation.VariableDefinitions, selected);
        var (fragments, used) = parts.UsedBy(cut);
        var variables = operation.VariableDefinitions.Where(variable => used.Contains(variable.Variable.Name.Value)).Concat(added);
        return Printer.Print(new DocumentNode(s_nowhere, [With(operation, [.. variables], selected), .. fragments]));
    }

    private static OperationDefinitionNode With(OperationDefinitionNode operation, ImmutableArray<VariableDefinitionNode> variables, FieldNode selected) => new(
        s_nowhere, null, OperationType.Query, operation.Name, variables, operation.Directives, new SelectionSetNode(s_nowhere, [selected]));

    private static string Free(string name, HashSet<string> taken)
    {
        while (!taken.Add(name)) name += "_";
        return name;
    }

    private static ValueNode? Argument(FieldNode field, string name) => field.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;

    private static NameNode Name(string name) => new(s_nowhere, name);

    private static VariableNode Variable(string name) => new(s_nowhere, Name(name));

    private static VariableDefinitionNode Definition(string name, string type) =>
        new(s_nowhere, null, Variable(name), new NamedTypeNode(s_nowhere, Name(type)), null, []);

    private static FieldNode Leaves(string name, params ImmutableArray<string> leaves) => new(
        s_nowhere, null, Name(name), [], [], new SelectionSetNode(s_nowhere, [.. leaves.Select(leaf => new FieldNode(s_nowhere, null, Name(leaf), [], [], null))]));

    private static RequestFault NoRows(string reason) => new(
        StatusCodes.Status400BadRequest,
        ErrorCodes.InvalidRequest,
        $"The query has no rows to give: {reason}. `{{ tasks {{ nodes {{ id title }} }} }}` has; or accept `application/json`.");

    /// <summary>How the pages of a connection are asked for, within what the caller asked for himself.</summary>
    public sealed record Paging(
        string SizeVariable, string AfterVariable, ValueNode? First, ValueNode? After, ImmutableArray<VariableDefinitionNode> Definitions)
    {
        /// <summary>How many rows are wanted in all; null for all there are, and for what the engine shall refuse.</summary>
        public long? Limit(JsonElement variables) => Value(First, variables) switch
        {
            IntValueNode literal when long.TryParse(literal.Value, out var number) => number,
            JsonElement { ValueKind: JsonValueKind.Number } json when json.TryGetInt64(out var number) => number,
            _ => null,
        };

        /// <summary>The cursor that the first page comes after.</summary>
        public string? Start(JsonElement variables) => Value(After, variables) switch
        {
            StringValueNode literal => literal.Value,
            JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
            _ => null,
        };

        /// <summary>The caller's variables with those of one page.</summary>
        public JsonDocument PageVariables(JsonElement variables, long size, string? after)
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer))
            {
                writer.WriteStartObject();
                if (variables.ValueKind == JsonValueKind.Object)
                {
                    foreach (var variable in variables.EnumerateObject().Where(variable => variable.Name != SizeVariable && variable.Name != AfterVariable)) variable.WriteTo(writer);
                }

                writer.WriteNumber(SizeVariable, size);
                writer.WriteString(AfterVariable, after);
                writer.WriteEndObject();
            }

            return JsonDocument.Parse(buffer.WrittenMemory);
        }

        private object? Value(ValueNode? given, JsonElement variables)
        {
            if (given is not VariableNode { Name.Value: var name }) return given;
            return variables.ValueKind == JsonValueKind.Object && variables.TryGetProperty(name, out var value)
                ? value
                : Definitions.FirstOrDefault(definition => definition.Variable.Name.Value == name)?.DefaultValue;
        }
    }
}
