using System.Text;
using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Plans;

internal sealed record ImportPlanInput(string Plan, ChangeRequest Request) : IChangeInput
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ImportPlanInput From(InputObject input) => new(input.Get<string>("plan"), ChangeRequest.From(input));

    /// <summary>The text as a file would hold it.</summary>
    public byte[] ToFile() => s_strict.GetBytes(Plan);

    public bool IsText()
    {
        try
        {
            _ = s_strict.GetByteCount(Plan);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}

internal sealed class ImportPlanValidator : ChangeInputValidator<ImportPlanInput>
{
    public ImportPlanValidator()
    {
        RuleFor(input => input.Plan).NotEmpty().WithMessage("A plan is a JSON text in the plan format.", "Kế hoạch phải là một văn bản JSON theo định dạng kế hoạch.");
        RuleFor(input => input.Plan).Must((input, _) => input.IsText()).WithMessage("The text holds half of a surrogate pair.", "Văn bản có nửa cặp ký tự thay thế (surrogate).");
    }
}
