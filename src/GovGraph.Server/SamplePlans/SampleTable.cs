using System.Globalization;
using System.Text.Json.Nodes;

namespace GovGraph.Server.SamplePlans;

/// <summary>The table of a sample plan: the rows of its template, some left out, some added, with texts, units, deadlines and amounts by lot.</summary>
internal sealed class SampleTable(JsonObject plan, Body body, int year, bool isLastYear, Draw draw)
{
    private const int LeftOut = 5;
    private const int OtherText = 30;
    private const int OtherLead = 20;
    private const int OtherDeadline = 40;
    private const int WithBudget = 12;
    private const int WithMoreRows = 10;

    private static readonly string[] s_texts = ["title", "items", "target", "expectedResult"];

    private readonly string _planId = plan["id"]!.GetValue<string>();
    private readonly List<JsonObject> _texts = [];
    private readonly List<string> _units = [.. Items(plan, "units").Select(unit => unit["name"]!.GetValue<string>())];
    private long _budget;
    private long _changes;

    public void Fill()
    {
        var places = Items(plan, "areas").SelectMany(area => (IEnumerable<JsonObject>)[area, .. Items(area, "components")]).ToList();
        _texts.AddRange(places.SelectMany(place => Items(place, "tasks")).Select(task => task.DeepClone().AsObject()));
        foreach (var place in places) FillRows(place);

        plan.Remove("budget");
        if (_budget > 0) plan["budget"] = Money(_budget);
        if (_changes > 0) plan["version"] = 1 + _changes;
    }

    private void FillRows(JsonObject place)
    {
        place.Remove("budget");
        if (place["tasks"] is not JsonArray rows) return;
        for (var row = rows.Count - 1; row > 0; row--)
        {
            if (draw.Percent(LeftOut)) rows.RemoveAt(row);
        }

        if (draw.Percent(WithMoreRows)) AddRows(place, rows);
        foreach (var row in rows) Fill(row!.AsObject());
    }

    // Rows without a printed number: they are counted behind those of their place.
    private void AddRows(JsonObject place, JsonArray rows)
    {
        const int behindAll = 50;
        foreach (var ordinal in Enumerable.Range(behindAll, draw.Between(1, 3)))
        {
            var row = draw.Of(_texts).DeepClone().AsObject();
            var code = string.Create(CultureInfo.InvariantCulture, $"{place["code"]}#{ordinal}");
            (row["id"], row["code"]) = ($"{_planId}/{code}", code);
            row.Remove("label");
            row.Remove("group");
            rows.Add(row);
        }
    }

    private void Fill(JsonObject task)
    {
        if (draw.Percent(OtherText)) TakeTexts(task, draw.Of(_texts));
        if (_units.Count > 0 && draw.Percent(OtherLead)) task["lead"] = draw.Of(_units);
        if (draw.Percent(OtherDeadline)) task["deadline"] = Deadlines.Next(draw, year);
        task.Remove("budget");
        if (draw.Percent(WithBudget))
        {
            var amount = draw.Between(1, 100) * 500_000L;
            _budget += amount;
            task["budget"] = Money(amount);
        }

        _changes += Progress.Add(task, draw, body, year, isLastYear) - 1;
    }

    private static void TakeTexts(JsonObject task, JsonObject other)
    {
        foreach (var name in s_texts)
        {
            task.Remove(name);
            if (other[name] is { } text) task[name] = text.DeepClone();
        }
    }

    private static string Money(long dong) => dong.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');

    private static IEnumerable<JsonObject> Items(JsonObject node, string name) => (node[name] as JsonArray ?? []).Select(item => item!.AsObject());
}
