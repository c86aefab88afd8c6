using System.Collections.Immutable;
using FluentValidation;
using GovGraph.Api.Changes;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Api.Tasks;

/// <summary>Whether several changes happen together.</summary>
internal enum BulkMode
{
    Atomic,
    BestEffort,
}

internal sealed record UpdateTasksInput(ImmutableArray<UpdateTaskStatusInput> Items, BulkMode Mode, ChangeRequest Request) : IChangeInput
{
    public const int MostItems = 1000;

    public static UpdateTasksInput From(InputObject input)
    {
        var reason = input.Find<string>("reason");
        return new(
            [.. input.Get<IReadOnlyList<object?>>("items").Select(item => ItemFrom(new((IReadOnlyDictionary<string, object?>)item!), reason))],
            input.Get<BulkMode>("mode"),
            new ChangeRequest(null, OnConflict.Fail, reason, input.Find<string>("idempotencyKey"), input.Get<bool>("validateOnly")));
    }

    private static UpdateTaskStatusInput ItemFrom(InputObject item, string? reason) => new(
        item.Get<string>("taskId"),
        item.Get<TaskStatus>("status"),
        item.Find<string>("note"),
        item.FindValue<DateOnly>("completedOn"),
        new ChangeRequest(item.FindValue<long>("expectedVersion"), OnConflict.Fail, item.Find<string>("reason") ?? reason, null, false));
}

/// <summary>Of all of them; the rules of an item are those of <c>updateTaskStatus</c>.</summary>
internal sealed class UpdateTasksValidator : ChangeInputValidator<UpdateTasksInput>
{
    public UpdateTasksValidator() =>
        RuleFor(input => input.Items).Must(items => items.Length is > 0 and <= UpdateTasksInput.MostItems)
            .WithMessage("1 to 1,000 items can be asked for at once.", "Mỗi lần gửi từ 1 đến 1.000 mục.");
}
