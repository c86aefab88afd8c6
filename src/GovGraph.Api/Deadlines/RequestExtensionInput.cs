using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Deadlines;

internal sealed record RequestExtensionInput(string TaskId, DateOnly Until, ChangeRequest Request) : IChangeInput
{
    public static RequestExtensionInput From(InputObject input) => new(input.Get<string>("taskId"), input.Get<DateOnly>("until"), ChangeRequest.From(input));
}

internal sealed class RequestExtensionValidator : ChangeInputValidator<RequestExtensionInput>
{
    public RequestExtensionValidator(DateOnly today)
    {
        RuleFor(input => input.TaskId).IsTaskId();
        RuleFor(input => input.Until)
            .GreaterThanOrEqualTo(today).WithMessage($"More time can't end before today, {today:yyyy-MM-dd} in Vietnam.", $"Không thể gia hạn đến trước hôm nay, {today:yyyy-MM-dd} (giờ Việt Nam).")
            .LessThanOrEqualTo(InputRules.LastDay).WithMessage($"More time ends by {InputRules.LastDay:yyyy-MM-dd}.", $"Thời hạn gia hạn không quá {InputRules.LastDay:yyyy-MM-dd}.");
        RuleFor(input => input.Request.Reason).NotEmpty().WithMessage("Say why more time is needed.", "Hãy nêu lý do cần gia hạn.").IsPlainText().OverridePropertyName("reason");
    }
}

internal sealed record DecideExtensionInput(string ExtensionId, ExtensionVerdict Decision, DateOnly? Until, ChangeRequest Request) : IChangeInput
{
    public static DecideExtensionInput From(InputObject input) => new(
        input.Get<string>("extensionId"), input.Get<ExtensionVerdict>("decision"), input.FindValue<DateOnly>("until"), ChangeRequest.From(input));
}

internal sealed class DecideExtensionValidator : ChangeInputValidator<DecideExtensionInput>
{
    public DecideExtensionValidator()
    {
        RuleFor(input => input.ExtensionId).NotEmpty().WithMessage("Name the request by its id.", "Hãy nêu đề nghị gia hạn bằng mã (id) của nó.");
        RuleFor(input => input.Until)
            .Null().When(input => input.Decision == ExtensionVerdict.Refuse, ApplyConditionTo.CurrentValidator)
            .WithMessage("Only what is granted has a day: leave until out, or set decision to GRANT.", "Chỉ khi đồng ý mới có ngày gia hạn: hãy bỏ until, hoặc đặt decision là GRANT.")
            .LessThanOrEqualTo(InputRules.LastDay).WithMessage($"More time ends by {InputRules.LastDay:yyyy-MM-dd}.", $"Thời hạn gia hạn không quá {InputRules.LastDay:yyyy-MM-dd}.");
        RuleFor(input => input.Request.Reason).NotEmpty().When(input => input.Decision == ExtensionVerdict.Refuse, ApplyConditionTo.CurrentValidator)
            .WithMessage("More time is refused with a reason.", "Không đồng ý gia hạn phải có lý do.").IsPlainText().OverridePropertyName("reason");
    }
}
