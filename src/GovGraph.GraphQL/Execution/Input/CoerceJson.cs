using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using GovGraph.GraphQL.Types;
using GovGraph.GraphQL.Validation;

namespace GovGraph.GraphQL.Execution;

/// <summary>Input coercion of a variable's value. It goes on after a fault, so that the caller hears of all at once.</summary>
internal sealed class CoerceJson(string variable, InputTypes inputs, bool suggestsNames, int maxFaults)
{
    // A fault quotes the value; more of it than this helps nobody.
    private const int LongestQuote = 200;
    private const int LongestReason = 400;

    private readonly Stack<object> _path = new();

    /// <summary>What comes after <c>Variable "$name" got invalid value</c>.</summary>
    public List<string> Faults { get; } = [];

    public object? Coerce(JsonElement json, GraphQLType type)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return type.IsNonNull ? Fault(json, $"Expected non-nullable type \"{type}\" not to be null.") : null;
        }

        return type.Nullable switch
        {
            ListType list => CoerceList(json, list),
            InputObjectType inputObject => CoerceObject(json, inputObject),
            EnumType enumType => CoerceEnum(json, enumType),
            ScalarType scalar => scalar.Coercion.TryCoerceJson(json, out var value, out var reason) ? value : Fault(json, reason),
            _ => Fault(json, $"Expected input type, found \"{type}\"."),
        };
    }

    private object?[] CoerceList(JsonElement json, ListType type)
    {
        // A single value stands for a list of one.
        if (json.ValueKind != JsonValueKind.Array) return [Coerce(json, type.OfType)];

        var items = new object?[json.GetArrayLength()];
        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            if (Faults.Count >= maxFaults) break;
            _path.Push(index);
            items[index++] = Coerce(item, type.OfType);
            _path.Pop();
        }

        return items;
    }

    private object? CoerceObject(JsonElement json, InputObjectType type)
    {
        if (json.ValueKind != JsonValueKind.Object) return Fault(json, $"Expected type \"{type.Name}\" to be an object.");

        var coerced = new InputObject.Builder(json.GetPropertyCount(), type.FieldsInOrder.Length);
        var hasUnknown = false;
        foreach (var property in json.EnumerateObject())
        {
            if (!type.Fields.TryGetValue(property.Name, out var definition))
            {
                hasUnknown = true;
                continue;
            }

            if (coerced.Contains(definition.Name))
            {
                Fault(json, $"Field \"{definition.Name}\" was provided twice.");
                continue;
            }

            _path.Push(definition.Name);
            coerced.Add(definition.Name, Coerce(property.Value, definition.Type));
            _path.Pop();
        }

        foreach (var definition in type.FieldsInOrder)
        {
            if (coerced.Contains(definition.Name)) continue;
            if (definition.DefaultValue is not null) coerced.Add(definition.Name, inputs.Default(definition));
            else if (definition.Type.IsNonNull) Fault(json, $"Field \"{definition.Name}\" of required type \"{definition.Type}\" was not provided.");
        }

        if (hasUnknown) ReportUnknownFields(json, type);
        var result = coerced.Build();
        if (type.IsOneOf) CheckOneOf(json, type, result);
        return result;
    }

    private void ReportUnknownFields(JsonElement json, InputObjectType type)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (Faults.Count >= maxFaults) return;
            if (type.Fields.ContainsKey(property.Name)) continue;
            Fault(json, $"Field \"{property.Name}\" is not defined by type \"{type.Name}\".{DidYouMean(property.Name, type.Fields.Keys)}");
        }
    }

    private void CheckOneOf(JsonElement json, InputObjectType type, InputObject result)
    {
        if (result.Count != 1) Fault(json, $"Exactly one key must be specified for OneOf type \"{type.Name}\".");
        else if (json.GetProperty(result.Keys.First()).ValueKind == JsonValueKind.Null) Fault(json, $"Field \"{result.Keys.First()}\" must be non-null.");
    }

    private object? CoerceEnum(JsonElement json, EnumType type)
    {
        if (json.ValueKind != JsonValueKind.String) return Fault(json, $"Enum \"{type.Name}\" cannot represent non-string value: {Quote(json)}.");
        var name = json.GetString()!;
        return type.Values.ContainsKey(name)
            ? inputs.EnumValue(type, name)
            : Fault(json, $"Value \"{name}\" does not exist in \"{type.Name}\" enum.{DidYouMean(name, type.Values.Keys, "the enum value")}");
    }

    private object? Fault(JsonElement json, string reason)
    {
        if (Faults.Count >= maxFaults) return null;
        var at = new StringBuilder();
        if (_path.Count > 0)
        {
            at.Append(" at \"").Append(variable);
            foreach (var key in _path.Reverse()) at.Append(key is int ? $"[{key}]" : $".{key}");
            at.Append('"');
        }

        Faults.Add($"{Quote(json)}{at}; {(reason.Length <= LongestReason ? reason : $"{reason.AsSpan(0, LongestReason)}…")}");
        return null;
    }

    // The names of a schema that may not be looked at are not told by the way.
    private string DidYouMean(string name, IEnumerable<string> candidates, string? subject = null) =>
        suggestsNames && name.Length <= LongestQuote ? Suggest.From(name, candidates, subject) : "";

    private static string Quote(JsonElement json)
    {
        var text = JsonMarshal.GetRawUtf8Value(json);
        if (text.Length <= LongestQuote) return Encoding.UTF8.GetString(text);

        var end = LongestQuote;
        while ((text[end] & 0xC0) == 0x80) end--; // inside a letter of several bytes
        return Encoding.UTF8.GetString(text[..end]) + "…";
    }
}
