using GovGraph.Plans.Deadlines;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of a dated step.</summary>
internal static class DueStepFields
{
    public static FieldMap<DueStep> Map { get; } = new(
        "DueStep",
        new TextField<DueStep>("label", step => step.Label),
        new ValueField<DueStep, DateOnly>("due", step => step.Due),
        new ValueField<DueStep, bool>("isExclusive", step => step.IsExclusive),
        new ValueField<DueStep, DateOnly>("lastOnTimeDay", step => step.LastOnTimeDay),
        new ValueField<DueStep, DateOnly>("start", step => step.Start))
    {
        Key = step => step.Key,
    };
}
