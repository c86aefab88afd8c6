using System.Collections.Immutable;
using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Bulk;

/// <summary>Whether several changes happen together.</summary>
internal enum BulkMode
{
    Atomic,
    BestEffort,
}

internal sealed record UpdateTasksInput(ImmutableArray<UpdateTasksItemInput> Items, BulkMode Mode, ChangeRequest Request) : IChangeInput
{
    public const int MostItems = 1000;

    /// <summary>Each is looked up, and may have to be read.</summary>
    public const int MostFiles = 100;

    public static UpdateTasksInput From(InputObject input, FieldContext context)
    {
        var request = ChangeRequest.From(input);
        return new([.. input.Objects("items").Select(item => UpdateTasksItemInput.From(item, request, context))], input.Get<BulkMode>("mode"), request);
    }
}

/// <summary>Of all of them; each item has its own rules.</summary>
internal sealed class UpdateTasksValidator : ChangeInputValidator<UpdateTasksInput>
{
    public UpdateTasksValidator()
    {
        RuleFor(input => input.Items).Must(items => items.Length is > 0 and <= UpdateTasksInput.MostItems)
            .WithMessage("1 to 1,000 items can be asked for at once.", "Mỗi lần gửi từ 1 đến 1.000 mục.");
        RuleFor(input => input.Items).Must(items => items.Sum(item => item.Evidence.Count(evidence => evidence.File is not null)) <= UpdateTasksInput.MostFiles)
            .WithMessage(
                $"At most {UpdateTasksInput.MostFiles} files can be named as evidence at once.",
                $"Mỗi lần gửi nêu tối đa {UpdateTasksInput.MostFiles} tệp làm sản phẩm kiểm chứng.");
    }
}
