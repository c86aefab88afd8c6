using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Validation.Merging;

/// <summary>A set of selection sets: equal to another with the same members in any order.</summary>
internal readonly struct SelectionSets : IEquatable<SelectionSets>
{
    private readonly SelectionSetNode[] _members;
    private readonly int _hash;

    private SelectionSets(SelectionSetNode[] members, int hash) => (_members, _hash) = (members, hash);

    public static SelectionSets Of(List<(SelectionSetNode SelectionSet, NamedType? Type)> members)
    {
        var sorted = new SelectionSetNode[members.Count];
        for (var i = 0; i < sorted.Length; i++) sorted[i] = members[i].SelectionSet;

        // No two selection sets of a document start at one place.
        Array.Sort(sorted, static (a, b) => a.Location.Line != b.Location.Line ? a.Location.Line - b.Location.Line : a.Location.Column - b.Location.Column);
        var hash = new HashCode();
        foreach (var member in sorted) hash.Add(member.Location);
        return new SelectionSets(sorted, hash.ToHashCode());
    }

    public bool Equals(SelectionSets other) => _hash == other._hash && _members.AsSpan().SequenceEqual(other._members);

    public override bool Equals(object? obj) => obj is SelectionSets other && Equals(other);

    public override int GetHashCode() => _hash;
}
