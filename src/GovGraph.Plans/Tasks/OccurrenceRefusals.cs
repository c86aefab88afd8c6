using GovGraph.Plans.Text;

namespace GovGraph.Plans.Tasks;

/// <summary>No day of the period lies in the year that the plan is for.</summary>
public sealed record PeriodOutsidePlan(Period Period, int Year)
    : Refusal(
        $"The plan is for {Year}; no day of {Period} is in that year.",
        $"Kế hoạch dành cho năm {Year}; kỳ {Period} không có ngày nào trong năm đó.");

/// <summary>A recurring duty has no such occurrence in its plan, or more than one.</summary>
public sealed record OccurrenceNotDue(Wording Why)
    : Refusal(Why);

/// <summary>The occurrence was done before.</summary>
public sealed record OccurrenceRecordedAlready(Period Period, int Ordinal, DateOnly HappenedOn)
    : Refusal(
        $"For {Period}, number {Ordinal}, it is recorded already as done on {HappenedOn:yyyy-MM-dd}.",
        $"Kỳ {Period}, lần thứ {Ordinal}, đã được ghi nhận là thực hiện ngày {HappenedOn:yyyy-MM-dd}.");
