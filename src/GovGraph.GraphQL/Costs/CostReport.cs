using GovGraph.GraphQL.Execution;

namespace GovGraph.GraphQL.Costs;

/// <summary>Writes <c>extensions.operationCost</c>.</summary>
internal static class CostReport
{
    public static void Write(JsonWriter writer, Cost cost)
    {
        writer.WriteRaw("\"extensions\":{\"operationCost\":{\"fieldCost\":"u8);
        writer.WriteNumber(Math.Ceiling(cost.Fields));
        writer.WriteRaw(",\"typeCost\":"u8);
        writer.WriteNumber(Math.Ceiling(cost.Types));
        writer.WriteRaw("}}"u8);
    }
}
