using System.Text;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation.Merging;

/// <summary>Two fields with one response name that cannot be merged: why, and which fields on either side are to blame, down to the innermost.</summary>
internal sealed record Conflict(string ResponseName, string Reason, List<FieldNode> Left, List<FieldNode> Right)
{
    private const int MaxReasonLength = 1_000;
    private const int MaxFields = 20;

    public static Conflict Between(SelectedField left, SelectedField right, string reason) =>
        new(left.Node.ResponseName, reason, [left.Node], [right.Node]);

    /// <summary>One conflict for all those between the fields inside two fields.</summary>
    public static Conflict Inside(SelectedField left, SelectedField right, List<Conflict> inner)
    {
        var reason = new StringBuilder();
        foreach (var conflict in inner)
        {
            if (reason.Length > MaxReasonLength)
            {
                reason.Append(" and …");
                break;
            }

            if (reason.Length > 0) reason.Append(" and ");
            reason.Append($"subfields \"{conflict.ResponseName}\" conflict because {conflict.Reason}");
        }

        return new Conflict(
            left.Node.ResponseName,
            reason.ToString(),
            Fields(left.Node, inner, static conflict => conflict.Left),
            Fields(right.Node, inner, static conflict => conflict.Right));
    }

    /// <summary>The innermost are kept when there are too many: they say the most.</summary>
    private static List<FieldNode> Fields(FieldNode outer, List<Conflict> inner, Func<Conflict, List<FieldNode>> side)
    {
        List<FieldNode> fields = [outer];
        foreach (var conflict in inner)
        {
            if (fields.Count == MaxFields) break;

            var more = side(conflict);
            fields.AddRange(more[Math.Max(0, more.Count - (MaxFields - fields.Count))..]);
        }

        return fields;
    }
}
