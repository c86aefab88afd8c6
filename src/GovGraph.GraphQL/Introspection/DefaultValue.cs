using System.Globalization;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Introspection;

/// <summary>The default of an input value as introspection tells it: the value in force, whatever way it was written.</summary>
internal static class DefaultValue
{
    public static string? Text(InputValueDefinition input) =>
        input.DefaultValue is { } literal ? Printer.Print(InForce(literal, input.Type)) : null;

    private static ValueNode InForce(ValueNode literal, GraphQLType type) => (literal, type.Nullable) switch
    {
        (NullValueNode, _) => literal,
        (ListValueNode list, ListType { OfType: var itemType }) =>
            new ListValueNode(list.Location, [.. list.Values.Select(item => InForce(item, itemType))]),
        (_, ListType { OfType: var itemType }) => new ListValueNode(literal.Location, [InForce(literal, itemType)]),
        (ObjectValueNode map, InputObjectType inputObject) => new ObjectValueNode(map.Location, [.. Fields(map, inputObject)]),
        (IntValueNode number, ScalarType { Name: "Float" }) => Float(number.Location, number.Value),
        (FloatValueNode number, ScalarType { Name: "Float" }) => Float(number.Location, number.Value),
        (StringValueNode text, ScalarType { Name: "ID" }) when IsWholeNumber(text.Value) => new IntValueNode(text.Location, text.Value),
        (StringValueNode text, _) => new StringValueNode(text.Location, text.Value, isBlock: false),
        _ => literal,
    };

    /// <summary>The fields that are given or have a default of their own, in the order of the type.</summary>
    private static IEnumerable<ObjectFieldNode> Fields(ObjectValueNode map, InputObjectType type)
    {
        foreach (var definition in type.FieldsInOrder)
        {
            var value = map.Fields.FirstOrDefault(field => field.Name.Value == definition.Name)?.Value ?? definition.DefaultValue;
            if (value is not null) yield return new ObjectFieldNode(map.Location, new NameNode(map.Location, definition.Name), InForce(value, definition.Type));
        }
    }

    private static ValueNode Float(Location location, string written)
    {
        var value = double.Parse(written, CultureInfo.InvariantCulture);
        return double.IsInteger(value) && Math.Abs(value) < 1e21
            ? new IntValueNode(location, value.ToString("F0", CultureInfo.InvariantCulture))
            : new FloatValueNode(location, value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e'));
    }

    private static bool IsWholeNumber(string text)
    {
        var digits = text.AsSpan().TrimStart('-');
        return text.Length - digits.Length <= 1
            && !digits.IsEmpty
            && !digits.ContainsAnyExceptInRange('0', '9')
            && (digits[0] != '0' || digits.Length == 1);
    }
}
