using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Tasks;

internal sealed record AddNoteInput(string TaskId, string Text, ChangeRequest Request) : IChangeInput
{
    public static AddNoteInput From(InputObject input) => new(input.Get<string>("taskId"), input.Get<string>("text").ReplaceLineEndings("\n"), ChangeRequest.From(input));
}

internal sealed class AddNoteValidator : ChangeInputValidator<AddNoteInput>
{
    public AddNoteValidator()
    {
        RuleFor(input => input.TaskId).IsTaskId();
        RuleFor(input => input.Text).NotEmpty().WithMessage("A note says something.", "Ghi chú phải có nội dung.").IsNote().IsPlainText();
    }
}
