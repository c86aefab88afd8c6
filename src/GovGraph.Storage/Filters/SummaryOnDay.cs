using System.Globalization;
using System.Text;

namespace GovGraph.Storage.Filters;

/// <summary>A figure of the summary of a node's tasks on a day is itself matched; the filter on it goes by the figure's name.</summary>
public sealed class SummaryOnDay(SummaryScope scope, string figure, Filter value) : FieldFilter(Name)
{
    internal const string Name = "summary";

    public SummaryScope Scope => scope;

    public string Figure => figure;

    public Filter Value => value;

    internal override void Print(StringBuilder text)
    {
        text.Append(Field).Append(" on ");
        FilterText.PrintValue(text, scope.AsOf);
        text.Append(scope.Roles == UnitRoles.Any ? "" : $" as {scope.Roles}").Append(scope.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $" of {year}") : "");
        FilterText.PrintParts(text, " ", [value]);
    }
}
