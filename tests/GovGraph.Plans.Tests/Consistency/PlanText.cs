using System.Text;
using GovGraph.Plans.Documents;

namespace GovGraph.Plans.Tests.Consistency;

/// <summary>A plan around the rows that a test is about.</summary>
internal static class PlanText
{
    /// <param name="areas">The items of the list of areas.</param>
    /// <param name="members">Members of the plan, each with a comma behind it.</param>
    public static Plan With(string areas, string members = "")
    {
        var reading = PlanFile.Read(Encoding.UTF8.GetBytes($$"""
            {
              "schemaVersion": 1, "id": "x-2024-papi", "title": "Kế hoạch", {{members}} "year": 2024, "program": "PAPI", "level": "COMMUNE",
              "issuer": { "id": "x", "name": "UBND xã X", "place": "X" },
              "areas": [{{areas}}]
            }
            """));
        return reading.Plan ?? throw new InvalidDataException(string.Join('\n', reading.Faults));
    }
}
