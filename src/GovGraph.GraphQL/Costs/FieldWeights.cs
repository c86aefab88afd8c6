using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Costs;

/// <summary>What a field of an object type weighs, as far as the schema says.</summary>
/// <param name="Definition">The field.</param>
/// <param name="Weight">Of calling its resolver once, without its arguments.</param>
/// <param name="LeafWeight">Of a scalar or enum that it gives.</param>
/// <param name="AssumedSize">How many values it gives where nothing says more.</param>
/// <param name="Size">What @listSize says, if it is there.</param>
internal sealed record FieldWeights(FieldDefinition Definition, double Weight, double LeafWeight, double AssumedSize, ListSizeRule? Size)
{
    /// <summary>Whether slicing arguments count its own values, and not those of a field below it.</summary>
    public bool IsSliced { get; } = Size is { SizedFields.IsEmpty: true } && Definition.Type.Nullable is ListType;
}
