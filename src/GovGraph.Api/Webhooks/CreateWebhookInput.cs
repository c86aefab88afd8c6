using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.Api.Subscriptions;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Webhooks;

internal sealed record CreateWebhookInput(string Url, IReadOnlyDictionary<string, object?>? Where, string? Secret, string? After, ChangeRequest Request) : IChangeInput
{
    public static CreateWebhookInput From(InputObject input) => new(
        input.Get<string>("url"),
        input.Find<IReadOnlyDictionary<string, object?>>("where"),
        input.Find<string>("secret"),
        input.Find<string>("after"),
        ChangeRequest.From(input));
}

internal sealed class CreateWebhookValidator : ChangeInputValidator<CreateWebhookInput>
{
    private const int LongestUrl = 2000;

    public CreateWebhookValidator(WebhookOptions options)
    {
        var address = new WebhookAddress(options.AllowLoopback);
        RuleFor(input => input.Url).HasAtMost(LongestUrl).Must(url => url is not null && address.IsGood(url)).WithMessage(
            "Name an https address that everybody can reach, without a user name: https://example.vn/webhooks.",
            "Hãy nêu một địa chỉ https mà ai cũng truy cập được, không kèm tên người dùng: https://example.vn/webhooks.");
        RuleFor(input => input.Secret).Must(secret => secret is null || WebhookSecret.KeyOf(secret) is not null).WithMessage(
            "A secret is 'whsec_' and 24 to 64 random bytes in base64. Leave it out to have one made.",
            "Khóa bí mật gồm 'whsec_' và 24 đến 64 byte ngẫu nhiên ở dạng base64. Bỏ trống để hệ thống tạo khóa.");
        RuleFor(input => input.After).Must(after => after is null || ChangePlace.Read(after) is not null).WithMessage(
            "This is no cursor of changes: take one of `onTaskChanged`, or of `changes` without `where` and `since`.",
            "Đây không phải con trỏ (cursor) của các thay đổi: hãy lấy từ `onTaskChanged`, hoặc từ `changes` không kèm `where` và `since`.");
    }
}
