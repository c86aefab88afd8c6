using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>A fragment that is defined is spread by an operation, directly or through others.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used"/>
internal sealed class NoUnusedFragments(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        if (!Context.HasFragments) return;

        // One search from all operations: each fragment is followed once, however many operations there are.
        var search = Context.NextSearch();
        var used = new List<FragmentScope>();
        foreach (var operation in Context.Operations) Context.Reach(operation, search, used);
        for (var i = 0; i < used.Count; i++) Context.Reach(used[i], search, used);

        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment && Context.Fragment(fragment.Name.Value)!.ReachedBySearch != search)
            {
                Report($"Fragment \"{fragment.Name}\" is never used.", fragment);
            }
        }
    }
}
