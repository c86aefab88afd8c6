using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>Where a row stands in the document of its plan: a path with names for places in arrays, and what each name means.</summary>
/// <seealso href="https://www.mongodb.com/docs/manual/reference/operator/update/positional-filtered/"/>
internal sealed record NodePlace(string Path, params (string Member, string Value)[] Filters)
{
    /// <summary>Names are the place's own, so that several rows of a plan can be changed by one command; what they share has the same name.</summary>
    public static NodePlace Of(ITrackedNode node) => node switch
    {
        PlanTask task => Of(task),
        // Its id is in no document, as it follows from the code.
        Indicator indicator => new("areas.$[area].indicators.$[indicator].", ("area.id", indicator.Area.Id), ("indicator.code", indicator.Code)),
        _ => throw new ArgumentException($"A {node.GetType().Name} stands nowhere in a document.", nameof(node)),
    };

    private static NodePlace Of(PlanTask task)
    {
        var areaNumber = IndexOf(task.Plan.Areas, task.Area.Id);
        var (area, row) = ($"area{areaNumber}", $"task{task.Ordinal}");
        if (task.Component is not { } component)
            return new($"areas.$[{area}].tasks.$[{row}].", ($"{area}.id", task.Area.Id), ($"{row}.id", task.Id));
        var place = $"component{areaNumber}x{IndexOf(task.Area.Components, component.Id)}";
        return new(
            $"areas.$[{area}].components.$[{place}].tasks.$[{row}].", ($"{area}.id", task.Area.Id), ($"{place}.id", component.Id), ($"{row}.id", task.Id));
    }

    private static int IndexOf<T>(IEnumerable<T> nodes, string id)
        where T : INode => nodes.TakeWhile(node => node.Id != id).Count();
}
