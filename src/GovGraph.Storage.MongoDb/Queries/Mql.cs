using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>A piece of MongoDB's query language as a value; text of a user is only ever data in it.</summary>
internal abstract class Mql
{
    public static Mql True { get; } = new Constant(true);

    public static Mql False { get; } = new Constant(false);

    public static Mql Null { get; } = new Constant(null);

    /// <summary>A plain value; <see cref="Literal"/> where an expression is expected and the value may begin with '$'.</summary>
    public static Mql Value(object? value) => new Constant(value);

    public static Mql Literal(object? value) => value is string ? Call("$literal", new Constant(value)) : new Constant(value);

    public static Mql Document(params (string Name, Mql Value)[] members) => new Members(members);

    public static Mql List(params IEnumerable<Mql> items) => new Items([.. items]);

    /// <summary>An operator with several arguments.</summary>
    public static Mql Call(string name, Mql first, Mql second, params Mql[] rest) => Document((name, List([first, second, .. rest])));

    /// <summary>An operator with one argument.</summary>
    public static Mql Call(string name, Mql argument) => Document((name, argument));

    /// <summary>The value at a path: <c>$year</c>, <c>$$task.status</c>.</summary>
    public static Mql Path(string path) => new Constant(path);

    /// <summary>The path, where it is one.</summary>
    public virtual string? AsPath => null;

    public static Mql All(params IEnumerable<Mql> parts) => Combine("$and", True, False, parts);

    public static Mql Any(params IEnumerable<Mql> parts) => Combine("$or", False, True, parts);

    public static Mql Not(Mql inner) => ReferenceEquals(inner, True) ? False : ReferenceEquals(inner, False) ? True : Document(("$not", List(inner)));

    public static Mql OrNull(Mql value) => Call("$ifNull", value, Null);

    public static Mql OrEmpty(Mql list) => Call("$ifNull", list, List());

    /// <summary>Neither null nor missing.</summary>
    public static Mql IsThere(Mql value) => Call("$ne", OrNull(value), Null);

    public abstract void Write(BsonWriter writer, ReadOnlySpan<byte> name);

    /// <summary>The same as JSON, for logs and tests.</summary>
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Print(text);
        return text.ToString();
    }

    protected abstract void Print(StringBuilder text);

    private static Mql Combine(string name, Mql neutral, Mql decisive, IEnumerable<Mql> parts)
    {
        var kept = new List<Mql>();
        foreach (var part in parts)
        {
            if (ReferenceEquals(part, decisive))
                return decisive;
            if (!ReferenceEquals(part, neutral))
                kept.Add(part);
        }
        return kept switch
        {
            [] => neutral,
            [var only] => only,
            _ => Document((name, List(kept))),
        };
    }

    private sealed class Constant(object? value) : Mql
    {
        public override string? AsPath => value is string text && text.StartsWith('$') ? text : null;

        public override void Write(BsonWriter writer, ReadOnlySpan<byte> name) => _ = value switch
        {
            null => writer.Null(name),
            string text => writer.String(name, text),
            bool truth => writer.Boolean(name, truth),
            int number => writer.Int32(name, number),
            long number => writer.Int64(name, number),
            double number => writer.Double(name, number),
            decimal number => writer.Decimal(name, number),
            DateOnly date => writer.Date(name, date),
            DateTimeOffset moment => writer.DateTime(name, moment),
            _ => throw new ArgumentException($"A value of type {value.GetType().Name} has no BSON form."),
        };

        protected override void Print(StringBuilder text) => text.Append(value switch
        {
            null => "null",
            string s => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(s)}\"",
            bool truth => truth ? "true" : "false",
            DateOnly date => $"ISODate(\"{date:O}\")",
            DateTimeOffset moment => $"ISODate(\"{moment:O}\")",
            decimal number => string.Create(CultureInfo.InvariantCulture, $"NumberDecimal(\"{number}\")"),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        });
    }

    private sealed class Members((string Name, Mql Value)[] members) : Mql
    {
        public override void Write(BsonWriter writer, ReadOnlySpan<byte> name)
        {
            writer.BeginDocument(name);
            foreach (var (member, value) in members)
                value.Write(writer, Encoding.UTF8.GetBytes(member));
            writer.End();
        }

        protected override void Print(StringBuilder text)
        {
            text.Append('{');
            for (var i = 0; i < members.Length; i++)
            {
                text.Append(i == 0 ? "" : ", ").Append(JsonEncodedText.Encode(members[i].Name).ToString()).Append(": ");
                members[i].Value.Print(text);
            }
            text.Append('}');
        }
    }

    private sealed class Items(Mql[] items) : Mql
    {
        public override void Write(BsonWriter writer, ReadOnlySpan<byte> name)
        {
            writer.BeginArray(name);
            foreach (var item in items)
                item.Write(writer, []);
            writer.End();
        }

        protected override void Print(StringBuilder text)
        {
            text.Append('[');
            for (var i = 0; i < items.Length; i++)
            {
                text.Append(i == 0 ? "" : ", ");
                items[i].Print(text);
            }
            text.Append(']');
        }
    }
}
