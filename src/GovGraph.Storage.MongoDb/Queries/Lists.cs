using GovGraph.Storage.Fields;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>The lists below a node. Tasks stand in areas and in their components, so their list is put together.</summary>
internal sealed class Lists
{
    private int _variables;

    /// <summary>What <paramref name="item"/> gives for each item, in the order of print, as one list.</summary>
    public Mql Each(Scope scope, Field field, Func<Scope, Mql> item) => (scope.Map.Name, field.Name) switch
    {
        ("Plan", "tasks") => EachTask(scope, item),
        ("Area", "tasks") => TasksOfArea(scope, item),
        ("Plan", "areas") => Map(scope.Member("areas"), name => scope.Inner(field.Inner!, name), area => item(area with { Area = area })),
        ("Area", "components") => Map(scope.Member("components"), name => scope.Inner(field.Inner!, name), component => item(component with { Component = component })),
        _ => Map(scope.Member(field.BsonPath), name => scope.Inner(field.Inner!, name), item),
    };

    /// <summary>What is asked of the number of items that match.</summary>
    public Mql Count(Scope scope, Field field, Func<Scope, Mql> matches, Func<Scope, Mql> number)
    {
        var count = Mql.Call("$sum", Each(scope, field, item => Mql.Call("$cond", matches(item), Mql.Value(1), Mql.Value(0))));
        return Let(count, name => number(new Scope(CountFields.Map, name.AsPath!) { Issuer = null }));
    }

    /// <summary>A value that is worked out once, however often it is used.</summary>
    public Mql Let(Mql value, Func<Mql, Mql> use)
    {
        var name = $"n{++_variables}";
        return Mql.Call("$let", Mql.Document(("vars", Mql.Document((name, value))), ("in", use(Mql.Path($"$${name}")))));
    }

    /// <summary>The same as <see cref="Each"/> for all tasks of a plan.</summary>
    public Mql EachTask(Scope plan, Func<Scope, Mql> item) =>
        Flat(plan.Member("areas"), name => plan.Inner(FieldMaps.Areas, name), area => TasksOfArea(area with { Area = area }, item));

    private Mql TasksOfArea(Scope area, Func<Scope, Mql> item) => Mql.Call(
        "$concatArrays",
        TasksIn(area, item),
        Flat(area.Member("components"), name => area.Inner(FieldMaps.Components, name), component => TasksIn(component with { Component = component }, item)));

    private Mql TasksIn(Scope parent, Func<Scope, Mql> item) =>
        Map(parent.Member("tasks"), name => parent.Inner(FieldMaps.Tasks, name), item);

    private Mql Map(Mql list, Func<string, Scope> scope, Func<Scope, Mql> item)
    {
        var name = $"n{++_variables}";
        return Mql.Call("$map", Mql.Document(
            ("input", Mql.OrEmpty(list)), ("as", Mql.Value(name)), ("in", item(scope($"$${name}")))));
    }

    private Mql Flat(Mql list, Func<string, Scope> scope, Func<Scope, Mql> items) => Mql.Call("$reduce", Mql.Document(
        ("input", Map(list, scope, items)),
        ("initialValue", Mql.List()),
        ("in", Mql.Call("$concatArrays", Mql.Path("$$value"), Mql.Path("$$this")))));
}
