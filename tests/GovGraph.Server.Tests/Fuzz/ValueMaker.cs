using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using GovGraph.GraphQL.Types;
using GovGraph.Server.SamplePlans;

namespace GovGraph.Server.Tests.Fuzz;

/// <summary>Makes values of a type of the schema: mostly such as the type takes, with contents that are seldom sent.</summary>
/// <param name="corpus">The names of real things.</param>
/// <param name="draw">The chance.</param>
/// <param name="ids">The ids that an input field takes, where those are not of plans and what is in them.</param>
internal sealed class ValueMaker(Corpus corpus, Draw draw, ImmutableDictionary<string, ImmutableArray<string>> ids)
{
    private const int Deepest = 5;

    /// <summary>As a literal of a document, or as JSON.</summary>
    public string Make(GraphQLType type, bool isLiteral, int depth = 0, string field = "")
    {
        if (draw.Percent(2)) return isLiteral ? draw.Of(["{}", "[[]]", "x", "$v", "null", "\"\"\"a\"\"\"", OddValues.Number(draw)]) : OddValues.Json(draw);
        if (!type.IsNonNull && draw.Percent(5)) return "null";
        return type.Nullable switch
        {
            ListType list => OfList(list, isLiteral, depth),
            InputObjectType input => OfObject(input, isLiteral, depth),
            EnumType { ValuesInOrder: var values } when isLiteral => draw.Of(values).Name,
            EnumType { ValuesInOrder: var values } => $"\"{draw.Of(values).Name}\"",
            var leaf => OfScalar(leaf.Named.Name, field),
        };
    }

    private string OfList(ListType list, bool isLiteral, int depth)
    {
        var count = draw.Percent(3) ? draw.Between(20, 120) : draw.Below(3);
        return $"[{string.Join(", ", Enumerable.Range(0, depth > Deepest ? 0 : count).Select(_ => Make(list.OfType, isLiteral, depth + 1)))}]";
    }

    private string OfObject(InputObjectType input, bool isLiteral, int depth)
    {
        var fields = input.FieldsInOrder;
        var given = input.IsOneOf && draw.Percent(95)
            ? [draw.Of(fields)]
            : fields.Where(field => field.IsRequired ? !draw.Percent(2) : depth < Deepest && draw.Percent(Math.Min(50, 200 / fields.Length))).ToList();
        return $"{{{string.Join(", ", given.Select(field => $"{Name(field, isLiteral)}: {Make(field.Type, isLiteral, depth + 1, field.Name)}"))}}}";
    }

    private static string Name(InputValueDefinition field, bool isLiteral) => isLiteral ? field.Name : $"\"{field.Name}\"";

    private string OfScalar(string name, string field) => name switch
    {
        "Int" or "Long" or "Float" or "Decimal" => draw.Percent(60) ? draw.Below(60).ToString(CultureInfo.InvariantCulture) : OddValues.Number(draw),
        "Boolean" => draw.Of(["true", "false"]),
        "ID" => Quoted(draw.Percent(80) ? draw.Of(ids.GetValueOrDefault(field, corpus.Ids)) : OddValues.Text(draw)),
        "LocalDate" => Quoted(draw.Percent(70) ? Day() : OddValues.Text(draw)),
        "DateTime" => Quoted(draw.Percent(70) ? $"{Day()}T{draw.Below(25):00}:{draw.Below(61):00}:00{draw.Of(["Z", "+07:00", "-14:00", ""])}" : OddValues.Text(draw)),
        "Duration" => Quoted(draw.Percent(60) ? $"P{draw.Below(100_000)}{draw.Of(["D", "M", "W", "Y"])}" : OddValues.Text(draw)),
        _ => Quoted(draw.Percent(30) ? draw.Of(corpus.Units) : draw.Percent(15) ? draw.Of(corpus.Ids) : OddValues.Text(draw)),
    };

    private string Day() => draw.Percent(80)
        ? $"20{draw.Between(18, 27)}-{draw.Between(1, 12):00}-{draw.Between(1, 31):00}"
        : draw.Of(["0001-01-01", "0001-12-31", "9999-12-31", "9999-12-01", "1900-02-29", "2000-02-29", "2024-12-31"]);

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
