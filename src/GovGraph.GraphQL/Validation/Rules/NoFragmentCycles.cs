using GovGraph.GraphQL.Language;
using System.Text;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>A fragment does not spread itself, directly or through others.</summary>
/// <remarks>A depth-first search that enters each fragment once, without recursion: a chain of fragments may be as long as the document.</remarks>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles"/>
internal sealed class NoFragmentCycles(ValidationContext context) : ValidationRule(context)
{
    private const int MaxNamesInMessage = 20;

    private readonly HashSet<FragmentScope> _entered = [];

    /// <summary>The fragments being followed, each with the number of its spreads already taken: the last of these leads to the next fragment.</summary>
    private readonly List<(FragmentScope Fragment, int Taken)> _path = [];
    private readonly Dictionary<string, int> _depthOnPath = [];

    public override void LeaveDocument(DocumentNode document)
    {
        if (!Context.HasFragments) return;

        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment) Follow(Context.Fragment(fragment.Name.Value)!);
        }
    }

    private void Follow(FragmentScope start)
    {
        Enter(start);
        while (_path.Count > 0)
        {
            var (fragment, taken) = _path[^1];
            if (taken == fragment.Spreads.Count)
            {
                _path.RemoveAt(_path.Count - 1);
                _depthOnPath.Remove(fragment.Name);
                continue;
            }

            _path[^1] = (fragment, taken + 1);
            var next = fragment.Spreads[taken].Name.Value;
            if (_depthOnPath.TryGetValue(next, out var depth))
            {
                ReportCycle(next, depth);
            }
            else if (Context.Fragment(next) is { } nextFragment)
            {
                Enter(nextFragment);
            }
        }
    }

    private void Enter(FragmentScope fragment)
    {
        if (!_entered.Add(fragment)) return;

        _depthOnPath.Add(fragment.Name, _path.Count);
        _path.Add((fragment, 0));
    }

    private void ReportCycle(string name, int depth)
    {
        if (Context.IsAborted) return;

        var spreads = new List<Node>();
        var via = new StringBuilder();
        for (var i = depth; i < _path.Count; i++)
        {
            var (fragment, taken) = _path[i];
            spreads.Add(fragment.Spreads[taken - 1]);
            if (i > depth && i <= depth + MaxNamesInMessage) via.Append(i == depth + 1 ? " via \"" : ", \"").Append(fragment.Name).Append('"');
        }

        if (_path.Count > depth + 1 + MaxNamesInMessage) via.Append(", …");

        Report($"Cannot spread fragment \"{name}\" within itself{via}.", [.. spreads]);
    }
}
