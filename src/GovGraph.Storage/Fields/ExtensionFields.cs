using GovGraph.Plans.Deadlines;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of a request for more time.</summary>
internal static class ExtensionFields
{
    public static FieldMap<DeadlineExtension> Map { get; } = new(
        "DeadlineExtension",
        new IdField<DeadlineExtension>("id", item => item.Id),
        new ValueField<DeadlineExtension, ExtensionState>("state", item => item.State),
        new ValueField<DeadlineExtension, DateOnly>("due", item => item.Due),
        new ValueField<DeadlineExtension, DateOnly>("until", item => item.Until),
        new TextField<DeadlineExtension>("reason", item => item.Reason),
        new IdField<DeadlineExtension>("by", item => item.By),
        new ValueField<DeadlineExtension, DateTimeOffset>("at", item => item.At));
}
