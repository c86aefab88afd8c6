using System.Collections.Immutable;
using System.Globalization;
using GovGraph.Plans;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Contract;

/// <summary>Fills a store with the sample plans, and lets something have happened to their tasks.</summary>
public static class SampleStore
{
    public static DateTimeOffset Moment { get; } = new(2024, 3, 15, 9, 30, 0, TimeSpan.FromHours(7));

    public static ChangeRecord Record { get; } = new(Moment) { Who = "an", Client = "tests" };

    public static async Task Fill(PlanStore store)
    {
        await Task.WhenAll(SamplePlans.All.Select(plan => store.Insert(plan, Record).AsTask()));
        ImmutableArray<string> tasks = [.. SamplePlans.All.SelectMany(plan => plan.Tasks).Select(task => task.Id)];
        await Task.WhenAll(tasks.Select((id, i) => Happen(store, id, i)));
    }

    /// <summary>Three plans with eleven indicators each; of most of them something is recorded.</summary>
    public static async Task FillIndicators(PlanStore store)
    {
        for (var i = 0; i < 3; i++)
        {
            var year = 2022 + i;
            await store.Insert(SamplePlans.Small($"ind{i}", 1, year, indicators: 11), Record);
            for (var number = 1 + i; number <= 11; number += 1 + i)
            {
                var value = new IndicatorValue { Period = Period.Quarter(year, 1 + number % 4), Value = number * 7.5m, Note = number % 3 == 0 ? "Tạm tính" : null, RecordedAt = Moment };
                Xunit.Assert.Null((await store.ChangeIndicator($"ind{i}-{year}-cchc/2.{number}", null, indicator => indicator.RecordValue(value), Record)).Refusal);
            }
        }
    }

    private static async Task Happen(PlanStore store, string task, int i)
    {
        if (i % 3 == 0)
        {
            await Done(store, task, current => current.AddEvidence(i % 5 == 0 ? Figure(i) : i % 2 == 0 ? Document(i) : i % 9 == 3 ? File(i) : Link(i)));
            await Review(store, task, i);
        }

        if (i % 7 == 0)
        {
            await Done(store, task, current => current.WithProgress(current.Progress with { Events = [Event(task, i)], Version = current.Version + 1 }));
        }

        if (i % 4 == 0)
        {
            var to = i % 12 == 0 ? TaskStatus.Completed : i % 8 == 0 ? TaskStatus.Suspended : TaskStatus.InProgress;
            await Done(store, task, current => current.ChangeStatus(to, i % 5 == 0 ? "Ghi chú" : null, new DateOnly(2024, 1 + i % 5, 5)));
        }

        if (i % 5 is 2 or 3)
        {
            await Extend(store, task, i);
        }

        if (i % 6 == 1)
        {
            await Done(store, task, current => current.AddNote(new() { Text = "Đã họp rà soát\nVP-TK theo dõi", By = i % 4 == 1 ? "note" : null, At = Moment }));
        }
    }

    private static async Task Extend(PlanStore store, string task, int i)
    {
        if (await store.GetTask(task) is not { IsOpen: true, Deadline.FirstDueDate: { } due })
        {
            return;
        }

        await Done(store, task, current => current.RequestExtension(new() { Until = due.AddDays(170), Reason = "Chờ hướng dẫn", By = i % 3 == 0 ? null : "number", At = Moment }));
        if (i % 4 != 1)
        {
            var decision = new ExtensionDecision(i % 4 == 3 ? ExtensionVerdict.Refuse : ExtensionVerdict.Grant, Moment) { Until = i % 4 == 2 ? due.AddDays(190) : null, By = "chủ tịch" };
            await Done(store, task, current => current.DecideExtension($"{task}/extension/1", decision));
        }
    }

    // What a task is to be completed on stays as it was handed in.
    private static async Task Review(PlanStore store, string task, int i)
    {
        if (i % 4 is 1 or 2)
        {
            var review = new EvidenceReview(i % 4 == 1 ? ReviewDecision.Return : ReviewDecision.Accept, Moment) { By = "bình", Reason = i % 5 == 0 ? null : "Đã xem" };
            await Done(store, task, current => current.ReviewEvidence($"{task}/evidence/1", review));
        }

        if (i % 4 == 3 || i % 5 == 1 && i % 4 != 0)
        {
            await Done(store, task, current => current.WithdrawEvidence($"{task}/evidence/1", new EvidenceWithdrawal(Moment)));
        }
    }

    private static TaskEvent Event(string task, int i) => new()
    {
        Id = $"{task}/event/1",
        Trigger = i % 2 == 0 ? "ngày tiếp nhận" : "có yêu cầu",
        HappenedOn = new DateOnly(2024, 1 + i % 5, 5),
        Due = i % 3 == 0 ? null : new DateOnly(2024, 1 + i % 5, 15),
        DoneOn = i % 4 == 0 ? null : new DateOnly(2024, 1 + i % 5, 10),
        Note = i % 5 == 0 ? "Ghi chú" : null,
        RecordedAt = Moment,
    };

    private static async Task Done(PlanStore store, string task, Func<PlanTask, Change<PlanTask>> change)
    {
        var outcome = await store.ChangeTask(task, null, change, Record);
        Xunit.Assert.Null(outcome.Refusal);
    }

    public static EvidenceItem Document(int number) => new()
    {
        Kind = EvidenceKind.Document,
        Title = number % 4 == 0 ? "Báo cáo quý" : null,
        Number = $"{number}/BC-UBND",
        Date = new DateOnly(2024, 3, 1 + number % 28),
        Issuer = "UBND xã",
        AddedAt = Moment,
    };

    public static EvidenceItem Link(int number) => new()
    {
        Kind = EvidenceKind.Link,
        Url = $"https://example.vn/{number}",
        AddedAt = Moment,
        Note = "Đã đăng",
    };

    public static EvidenceItem File(int number) => new()
    {
        Kind = EvidenceKind.File,
        Title = "Biên bản",
        FileName = $"Biên bản rà soát {number}.pdf",
        Size = number % 2 == 0 ? 12 : 1_500_000,
        Sha256 = number.ToString("x64", CultureInfo.InvariantCulture),
        MediaType = "application/pdf",
        AddedAt = Moment,
    };

    public static EvidenceItem Figure(int number) => new()
    {
        Kind = EvidenceKind.Figure,
        Title = "Tỷ lệ hồ sơ giải quyết đúng hạn",
        Value = 95.50m + number,
        Unit = number % 2 == 0 ? "%" : "hồ sơ",
        Date = number % 2 == 0 ? new DateOnly(2024, 3, 1 + number % 28) : null,
        Period = number % 2 == 0 ? null : Plans.Period.Quarter(2024, 1),
        AddedAt = Moment,
    };
}
