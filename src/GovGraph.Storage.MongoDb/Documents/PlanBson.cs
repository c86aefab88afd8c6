using System.Text.Json;
using GovGraph.Plans;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Queries;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>Writes a plan's document: the members of its file, and beside them what they mean, for queries and for MongoDB's own tools.</summary>
internal static class PlanBson
{
    public const int SchemaVersion = 1;

    // Kept elsewhere or in another form.
    private static readonly string[] OfPlan = ["schemaVersion", "id", "version", "date", "issuer", "budget", "units", "areas", "damage"];
    private static readonly string[] OfArea = ["budget", "components", "groups", "tasks", "indicators", "damage"];
    private static readonly string[] OfTask =
        ["id", "group", "deadline", "budget", "damage", "status", "statusNote", "completedOn", "evidence", "occurrences", "events", "extensions", "notes", "version"];

    private static readonly string[] OfIndicator = ["values", "version"];

    /// <summary>A new plan with the record of its insertion.</summary>
    public static byte[] Write(Plan plan, PlanChange insertion) => Write(plan, [insertion]);

    /// <summary>A plan with its history, of which nothing is numbered yet.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="changes">Its history.</param>
    /// <param name="since">When the store was given it; null where that was when each change was made.</param>
    public static byte[] Write(Plan plan, IReadOnlyCollection<PlanChange> changes, DateTimeOffset? since = null)
    {
        using var writer = new BsonWriter();
        writer.Begin();
        WriteElements(writer, plan, changes);
        Unnumbered.WriteAll(writer, changes, since);
        return writer.End().Written.ToArray();
    }

    /// <summary>All but the marks of changes that are not numbered.</summary>
    public static void WriteElements(BsonWriter writer, Plan plan, IEnumerable<PlanChange> changes)
    {
        using var json = JsonDocument.Parse(PlanFile.Write(plan));
        writer.String("_id"u8, plan.Id).Int32("schemaVersion"u8, SchemaVersion).Int64("version"u8, plan.Version);
        Write(writer, plan, json.RootElement);
        writer.Int32("taskCount"u8, plan.Tasks.Length);
        WordsBson.Write(writer, plan);
        writer.BeginArray("changes"u8);
        foreach (var change in changes)
        {
            writer.BeginDocument();
            change.Write(writer);
            writer.End();
        }
        writer.End();
    }

    private static void Write(BsonWriter writer, Plan plan, JsonElement json)
    {
        writer.Json(json, OfPlan);
        if (plan.Date is { } date)
        {
            writer.BeginDocument("date"u8).Json(json.GetProperty("date"), []);
            if (date.Date is { } day)
                writer.Date("date"u8, day);
            writer.End();
        }
        writer.BeginDocument("issuer"u8).Json(json.GetProperty("issuer"), []).Search(IssuerFields.Map, plan.Issuer).End();
        writer.Money("budget"u8, plan.Budget);
        var listed = Members(json, "units").Select(unit => unit.GetProperty("name").GetString()).ToHashSet();
        writer.List("units"u8, plan.Units, unit =>
        {
            Unit(writer, unit).Texts("aliases"u8, unit.Aliases);
            // A unit that only a cell names is worked out again when the plan is read.
            writer.Text("under"u8, unit.Under?.Name).Text("underId"u8, unit.Under?.Id);
            writer.Boolean("isListed"u8, listed.Contains(unit.Name)).Search(UnitFields.Map, unit);
        });
        writer.List("areas"u8, plan.Areas, Members(json, "areas"), (area, member) => Write(writer, area, member));
        Damage(writer, plan.Damage);
        writer.Search(PlanFields.Map, plan);
    }

    private static void Write(BsonWriter writer, Area area, JsonElement json)
    {
        writer.String("id"u8, area.Id).Json(json, OfArea).Money("budget"u8, area.Budget);
        writer.List("components"u8, area.Components, Members(json, "components"), (component, member) => Write(writer, component, member));
        writer.List("groups"u8, area.Groups, Members(json, "groups"), (group, member) => Write(writer, group, member));
        writer.List("tasks"u8, area.Tasks, Members(json, "tasks"), (task, member) => Write(writer, task, member));
        writer.List("indicators"u8, area.Indicators, Members(json, "indicators"), (indicator, member) => Write(writer, indicator, member));
        Damage(writer, area.Damage);
        writer.Search(AreaFields.Map, area);
    }

    private static void Write(BsonWriter writer, Component component, JsonElement json)
    {
        writer.String("id"u8, component.Id).Json(json, OfArea).Money("budget"u8, component.Budget);
        writer.List("groups"u8, component.Groups, Members(json, "groups"), (group, member) => Write(writer, group, member));
        writer.List("tasks"u8, component.Tasks, Members(json, "tasks"), (task, member) => Write(writer, task, member));
        Damage(writer, component.Damage);
        writer.Search(ComponentFields.Map, component);
    }

    private static void Write(BsonWriter writer, TaskGroup group, JsonElement json)
    {
        writer.String("id"u8, group.Id).Json(json, OfArea).Money("budget"u8, group.Budget);
        Damage(writer, group.Damage);
        writer.Search(ComponentFields.Groups, group);
    }

    private static void Write(BsonWriter writer, PlanTask task, JsonElement json)
    {
        writer.String("id"u8, task.Id).Json(json, OfTask).Int32("ordinal"u8, task.Ordinal);
        if (task.Group is { } group)
        {
            writer.BeginDocument("group"u8).String("id"u8, group.Id).String("code"u8, group.Code).Text("title"u8, group.Title);
            writer.Money("budget"u8, group.Budget).Search(ComponentFields.Groups, group).End();
        }
        var deadline = task.Deadline;
        writer.BeginDocument("deadline"u8).Text("text"u8, deadline.Text).List("kinds"u8, deadline.Kinds, Stored.Name);
        writer.List("steps"u8, deadline.Steps, step =>
        {
            writer.Text("label"u8, step.Label).Date("due"u8, step.Due).Boolean("isExclusive"u8, step.IsExclusive);
            writer.Date("lastOnTimeDay"u8, step.LastOnTimeDay).Day("start"u8, step.Start).Search(DueStepFields.Map, step);
        });
        writer.Day("dueDate"u8, deadline.DueDate).Day("firstDueDate"u8, deadline.FirstDueDate);
        writer.Boolean("isExclusive"u8, deadline.IsExclusive).Search(DeadlineFields.Map, deadline).End();
        writer.List("assignments"u8, task.Assignments, assignment =>
        {
            writer.String("role"u8, Stored.Name(assignment.Role)).BeginDocument("unit"u8);
            Unit(writer, assignment.Unit).Search(UnitFields.Map, assignment.Unit).End();
            writer.String("printed"u8, assignment.Printed).Text("qualifier"u8, assignment.Qualifier);
            writer.Texts("keys"u8, assignment.Unit.Keys.Insert(0, assignment.Unit.Id).Distinct())
                .List("above"u8, Above(assignment.Unit), key => key).Search(AssignmentFields.Map, assignment);
        });
        writer.Money("budget"u8, task.Budget);
        Damage(writer, task.Damage);
        ProgressBson.Write(writer, task.Progress);
        writer.Search(TaskFields.Map, task);
    }

    private static void Write(BsonWriter writer, Indicator indicator, JsonElement json)
    {
        writer.Json(json, OfIndicator);
        // Of what nothing is recorded, only the print is kept.
        if (!indicator.Progress.IsNone)
            ProgressBson.Write(writer, indicator.Progress);
    }

    /// <summary>The ids and the names, as they are compared, of the units that a unit stands under.</summary>
    private static List<string> Above(Unit unit)
    {
        var keys = new List<string>();
        for (var above = unit.Under; above is not null; above = above.Under)
            keys.AddRange([above.Id, .. above.Keys]);
        return [.. keys.Distinct()];
    }

    private static BsonWriter Unit(BsonWriter writer, Unit unit) => writer.String("id"u8, unit.Id).String("name"u8, unit.Name);

    private static void Damage(BsonWriter writer, IReadOnlyCollection<Damage> damage) => writer.List("damage"u8, damage, mark =>
        writer.Text("field"u8, mark.Field).String("kind"u8, Stored.Name(mark.Kind)).Text("stoodIn"u8, mark.StoodIn).String("remark"u8, mark.Remark).Search(DamageFields.Map, mark));

    private static List<JsonElement> Members(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];
}
