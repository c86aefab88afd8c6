using GovGraph.Api.Changes;
using GovGraph.GraphQL.Execution;

namespace GovGraph.Api.Evidence;

internal sealed record AddEvidenceInput(string TaskId, EvidenceInput Evidence, ChangeRequest Request) : IChangeInput
{
    public static AddEvidenceInput From(InputObject input, FieldContext context) =>
        new(input.Get<string>("taskId"), EvidenceInput.From(input.Object("evidence")!.Value, context), ChangeRequest.From(input));
}

internal sealed class AddEvidenceValidator : ChangeInputValidator<AddEvidenceInput>
{
    public AddEvidenceValidator(DateOnly today)
    {
        RuleFor(input => input.TaskId).IsTaskId();
        RuleFor(input => input.Evidence).SetValidator(new EvidenceInputValidator(today));
    }
}
