using GovGraph.Plans;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Consistency;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.History;

namespace GovGraph.Storage.Fields;

/// <summary>The maps that queries start from.</summary>
public static class FieldMaps
{
    public static FieldMap<Plan> Plans => PlanFields.Map;

    public static FieldMap<Area> Areas => AreaFields.Map;

    public static FieldMap<Component> Components => ComponentFields.Map;

    public static FieldMap<TaskGroup> Groups => ComponentFields.Groups;

    public static FieldMap<PlanTask> Tasks => TaskFields.Map;

    public static FieldMap<DueStep> DueSteps => DueStepFields.Map;

    public static FieldMap<TaskStep> TaskSteps => TaskStepFields.Map;

    public static FieldMap<Assignment> Assignments => AssignmentFields.Map;

    public static FieldMap<EvidenceItem> Evidence => EvidenceFields.Map;

    /// <summary>Units as a plan names them.</summary>
    public static FieldMap<Unit> Units => UnitFields.Map;

    /// <summary>Units of all plans; they have a summary too.</summary>
    public static FieldMap<Unit> UnitsOfAllPlans => UnitFields.OfAllPlans;

    public static FieldMap<Indicator> Indicators => IndicatorFields.Map;

    public static FieldMap<HistoryEntry> Changes => ChangeFields.Map;

    public static FieldMap<ConsistencyIssue> ConsistencyIssues => ConsistencyIssueFields.Map;
}
