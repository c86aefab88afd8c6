using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Consistency;

namespace GovGraph.Api.Consistency;

internal static class ConsistencyFields
{
    public static void Bind(SchemaBindings bindings)
    {
        bindings.Interface("ConsistencyIssue");
        bindings.Enum<ConsistencyIssueKind>("ConsistencyIssueKind");
        Bind<BudgetIssue>(bindings, issues =>
        {
            issues.Field("printed", issue => issue.Printed);
            issues.Field("summed", issue => issue.Summed);
            issues.Field("difference", issue => issue.Difference);
            issues.Field("rowsBelow", issue => issue.RowsBelow);
            issues.Field("isCarriedUp", issue => issue.IsCarriedUp);
            issues.Field("alike", issue => issue.Alike);
        });
        Bind<DeadlineIssue>(bindings, issues =>
        {
            issues.Field("signed", issue => issue.Signed);
            issues.Field("steps", issue => issue.Steps);
        });
        Bind<SwappedCellsIssue>(bindings, issues => issues.Field("fields", issue => issue.Fields));
        Bind<DuplicateCodeIssue>(bindings, _ => { });
        Bind<DamageIssue>(bindings, issues => issues.Field("damage", issue => issue.Damage));
    }

    private static void Bind<T>(SchemaBindings bindings, Action<TypeBinding<T>> bindOwnFields)
        where T : ConsistencyIssue =>
        bindings.Type<T>(typeof(T).Name, issues =>
        {
            issues.Field("id", issue => issue.Id);
            issues.Field("kind", issue => issue.Kind);
            issues.Field("message", issue => issue.Message);
            issues.Field("code", issue => issue.Code);
            issues.Field("nodes", issue => issue.Nodes);
            bindOwnFields(issues);
        });
}
