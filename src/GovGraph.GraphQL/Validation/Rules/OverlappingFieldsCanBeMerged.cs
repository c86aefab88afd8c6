using System.Globalization;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;
using GovGraph.GraphQL.Validation.Merging;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>Fields with one response name at one place of the response can be merged into one field.</summary>
/// <remarks>A quick check passes nearly every document; for one that it does not pass the slower search tells what conflicts, if anything.</remarks>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Field-Selection-Merging"/>
internal sealed class OverlappingFieldsCanBeMerged(ValidationContext context) : ValidationRule(context)
{
    private bool _foundConflict;

    public override void LeaveDocument(DocumentNode document)
    {
        if (new MergeCheck(Context, new WorkBudget(Context.Options.MaxWork)).Passes()) return;

        var budget = new WorkBudget(Context.Options.MaxWork);
        var search = new ConflictSearch(Context, budget);
        foreach (var scope in Context.Scopes)
        {
            switch (scope)
            {
                case OperationScope operation: Search(search, operation.SelectionSet, Context.Schema.RootType(operation.Operation.Operation)); break;
                case FragmentScope fragment: Search(search, fragment.SelectionSet, fragment.TypeCondition); break;
            }

            if (Context.IsAborted || budget.IsExhausted) break;
        }

        if (budget.IsExhausted && !_foundConflict)
        {
            Report(new GraphQLError(string.Create(
                CultureInfo.InvariantCulture,
                $"Comparing the overlapping fields of this document takes more than {Context.Options.MaxWork} steps. Select each field once, or use different aliases."))
            {
                Code = "HC0107",
            });
        }
    }

    /// <summary>Searches a selection set, then those of its fields. Inline fragments are part of the selection set around them.</summary>
    private void Search(ConflictSearch search, SelectionSetNode selectionSet, NamedType? type)
    {
        if (Context.IsAborted) return;

        Context.ThrowIfCancelled();
        foreach (var conflict in search.In(selectionSet, type))
        {
            _foundConflict = true;
            Report(
                $"Fields \"{conflict.ResponseName}\" conflict because {conflict.Reason}. Use different aliases on the fields to fetch both if this was intentional.",
                [.. conflict.Left, .. conflict.Right]);
        }

        SearchInside(search, selectionSet, type);
    }

    private void SearchInside(ConflictSearch search, SelectionSetNode selectionSet, NamedType? type)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode { SelectionSet: { } inner } field:
                    Search(search, inner, type is null ? null : Context.Schema.Field(type, field.Name.Value)?.Type.Named);
                    break;
                case InlineFragmentNode inline:
                    SearchInside(search, inline.SelectionSet, inline.TypeCondition is { } condition ? Context.Type(condition) : type);
                    break;
            }
        }
    }
}
