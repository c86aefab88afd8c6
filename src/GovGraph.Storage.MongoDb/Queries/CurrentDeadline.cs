namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>The deadline that a task is held against: the printed one, with what is due before the day of a granted extension due on that day.</summary>
/// <remarks>The same as GovGraph.Plans.Tasks.PlanTask.CurrentDeadline, over stored dates.</remarks>
internal static class CurrentDeadline
{
    private const string Due = "$$step.due";

    public static Mql First(Scope task) => Later(task, "deadline.firstDueDate");

    public static Mql Last(Scope task) => Later(task, "deadline.dueDate");

    /// <summary>The dates of its steps.</summary>
    public static Mql Dates(Scope task) => Moved(task, task.Member("deadline.steps.due"), dates => Mql.Call("$map", Mql.Document(
        ("input", Mql.OrEmpty(dates)), ("as", Mql.Value("due")), ("in", Mql.Call("$max", Mql.List(Mql.Path("$$due"), To(task)))))));

    /// <summary>Its dated steps.</summary>
    public static Mql Steps(Scope task) => Moved(task, task.Member("deadline.steps"), steps => Mql.Call("$map", Mql.Document(
        ("input", Mql.OrEmpty(steps)), ("as", Mql.Value("step")), ("in", Mql.Call("$cond", Mql.Call("$lt", Mql.Path(Due), To(task)), OnTheDay(task), Mql.Path("$$step"))))));

    /// <summary>The whole of it, as the printed one is kept.</summary>
    public static Mql Of(Scope task) => Moved(task, task.Member("deadline"), deadline => Mql.Call("$mergeObjects", deadline, Mql.Document(
        ("steps", Steps(task)),
        ("dueDate", Last(task)),
        ("firstDueDate", First(task)),
        ("isExclusive", Mql.All(task.Member("deadline.isExclusive"), Mql.Call("$gte", task.Member("deadline.dueDate"), To(task)))))));

    private static Mql To(Scope task) => task.Member("extendedTo");

    // Nothing is moved where nothing dated is printed.
    private static Mql Moved(Scope task, Mql printed, Func<Mql, Mql> moved) => Mql.Call(
        "$cond", Mql.All(Mql.IsThere(To(task)), Mql.IsThere(task.Member("deadline.firstDueDate"))), moved(printed), printed);

    private static Mql Later(Scope task, string date) => Moved(task, task.Member(date), printed => Mql.Call("$max", Mql.List(printed, To(task))));

    private static Mql OnTheDay(Scope task) => Mql.Call("$mergeObjects", Mql.Path("$$step"), Mql.Document(
        ("due", To(task)), ("lastOnTimeDay", To(task)), ("isExclusive", Mql.False)));
}
