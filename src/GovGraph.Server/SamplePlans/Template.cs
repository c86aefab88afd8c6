using System.Globalization;
using System.Text.Json.Nodes;

namespace GovGraph.Server.SamplePlans;

/// <summary>A published plan of which others are made: the same table and the same words, for another body and another year.</summary>
/// <param name="Json">Its file.</param>
/// <param name="Id">Its own id.</param>
/// <param name="Year">The year that its dates name.</param>
/// <param name="Commune">The names of its commune, as it prints them; none in the plan of a province.</param>
/// <param name="District">The name of the district that it names.</param>
/// <param name="Province">The names of its province.</param>
internal sealed record Template(string Json, string Id, int Year, string[] Commune, string[] District, string[] Province)
{
    /// <exception cref="StartException">The published plan is not there.</exception>
    public static Template Read(string folder, string id, int year, string[] commune, string[] district, string[] province)
    {
        var file = Path.Combine(folder, $"{id}.json");
        try
        {
            return new(File.ReadAllText(file), id, year, commune, district, province);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"Plans are made out of the published ones, and {file} can't be read: install the program with its seeds.", exception);
        }
    }

    /// <summary>Its file in the words of another body and year; what only this source has (lines, damage) is left out.</summary>
    public JsonObject For(Body body, int year, string id)
    {
        // The id first: it holds the place and the year.
        var json = Json.Replace(Id, id, StringComparison.Ordinal).Replace(Year.ToString(CultureInfo.InvariantCulture), year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        foreach (var name in Commune) json = Renamed(json, "xã", name, body.Kind, body.Place);
        foreach (var name in District) json = Renamed(json, "huyện", name, "huyện", body.District);
        foreach (var name in Province) json = Renamed(json, "tỉnh", name, body.ProvinceKind, body.Province);
        var document = JsonNode.Parse(json)!.AsObject();
        Strip(document);
        return document;
    }

    private static string Renamed(string json, string kind, string name, string newKind, string newName) =>
        Replaced(Replaced(json, $"{kind} {name}", $"{newKind} {newName}"), name, newName);

    private static string Replaced(string json, string from, string to) => json
        .Replace(from, to, StringComparison.Ordinal)
        .Replace(from.ToUpperInvariant(), to.ToUpperInvariant(), StringComparison.Ordinal);

    private static void Strip(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var name in (string[])["line", "damage", "source"]) members.Remove(name);
                foreach (var (_, value) in members) Strip(value);
                break;
            case JsonArray items:
                foreach (var item in items) Strip(item);
                break;
        }
    }
}
