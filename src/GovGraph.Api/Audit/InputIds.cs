using System.Collections.Immutable;
using GovGraph.GraphQL.Types;

namespace GovGraph.Api.Audit;

/// <summary>The values of type ID in the arguments of a field, wherever they stand in its inputs.</summary>
internal sealed class InputIds(FieldDefinition field)
{
    public ImmutableArray<string> In(IReadOnlyDictionary<string, object?> arguments)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (var argument in field.Arguments)
        {
            if (arguments.TryGetValue(argument.Name, out var value)) Add(ids, argument.Type, value);
        }

        return ids.ToImmutable();
    }

    private static void Add(ImmutableArray<string>.Builder ids, GraphQLType type, object? value)
    {
        switch (type.Nullable, value)
        {
            case (ListType list, IReadOnlyList<object?> items):
                foreach (var item in items) Add(ids, list.OfType, item);
                break;
            case (InputObjectType input, IReadOnlyDictionary<string, object?> members):
                foreach (var member in input.FieldsInOrder)
                {
                    if (members.TryGetValue(member.Name, out var inside)) Add(ids, member.Type, inside);
                }

                break;
            case (ScalarType { Name: "ID" }, string id):
                ids.Add(id);
                break;
        }
    }
}
