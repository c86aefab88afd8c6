using GovGraph.Plans.Evidence;
using GovGraph.Plans.Tasks;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Tests.Tasks;

public sealed class PlanTaskTests
{
    private static readonly DateOnly Today = new(2024, 3, 15);

    [Fact]
    public void A_started_task_is_a_new_value_of_the_next_version()
    {
        var task = Example();

        var change = task.ChangeStatus(TaskStatus.InProgress, "Đã phân công", Today);

        Assert.False(change.IsRefused);
        Assert.Equal((TaskStatus.InProgress, "Đã phân công", 2L), (change.Value.Status, change.Value.StatusNote, change.Value.Version));
        Assert.Equal((TaskStatus.NotStarted, null, 1L), (task.Status, task.StatusNote, task.Version));
    }

    [Fact]
    public void A_task_is_not_completed_without_evidence()
    {
        var change = Example().ChangeStatus(TaskStatus.Completed, null, Today);

        Assert.True(change.IsRefused);
        Assert.Equal(new EvidenceMissing("p/1"), change.Refusal);
        Assert.Equal("The task p/1 has no evidence: add a document, a link or a file, then complete it.", change.Refusal.Message);
    }

    [Fact]
    public void Several_changes_can_be_one_each_judged_on_what_those_before_leave()
    {
        var change = Example().AsOne(task => task.AddEvidence(Decision()), task => task.AddEvidence(Page("https://example.vn/a")), task => task.ChangeStatus(TaskStatus.Completed, "Xong", Today));

        Assert.Equal((TaskStatus.Completed, "Xong", Today, 2L), (change.Value!.Status, change.Value.StatusNote, change.Value.CompletedOn, change.Value.Version));
        Assert.Equal(["p/1/evidence/1", "p/1/evidence/2"], change.Value.Evidence.Select(item => item.Id));
    }

    [Fact]
    public void One_that_is_refused_refuses_all_that_were_to_be_one_change()
    {
        var change = Example().AsOne(task => task.AddEvidence(Decision()), task => task.ChangeStatus(TaskStatus.NotStarted, null, Today), task => task.AddEvidence(Decision()));

        Assert.IsType<TransitionNotAllowed>(change.Refusal);
    }

    [Fact]
    public void Progress_can_be_put_back_on_the_print()
    {
        var completed = Example().AddEvidence(Decision()).Value!.ChangeStatus(TaskStatus.Completed, "Xong", Today).Value!;

        var restored = Example().WithProgress(completed.Progress);

        Assert.Equal(completed.Progress, restored.Progress);
        Assert.Equal((TaskStatus.Completed, "Xong", Today, 3L), (restored.Status, restored.StatusNote, restored.CompletedOn, restored.Version));
        Assert.Equal("p/1/evidence/1", Assert.Single(restored.Evidence).Id);
    }

    [Fact]
    public void A_completed_task_knows_its_day_until_it_is_reopened()
    {
        var task = Example().AddEvidence(Decision()).Value!;

        var completed = task.ChangeStatus(TaskStatus.Completed, null, Today).Value!;
        var reopened = completed.ChangeStatus(TaskStatus.InProgress, null, Today.AddDays(1)).Value!;

        Assert.Equal(Today, completed.CompletedOn);
        Assert.Null(reopened.CompletedOn);
        Assert.Single(reopened.Evidence);
        Assert.Equal(4, reopened.Version);
    }

    [Fact]
    public void A_transition_that_is_not_in_the_table_is_refused_with_those_that_are()
    {
        var suspended = Example().ChangeStatus(TaskStatus.Suspended, null, Today).Value!;

        var refusal = Assert.IsType<TransitionNotAllowed>(suspended.ChangeStatus(TaskStatus.NotStarted, null, Today).Refusal);

        Assert.Equal([TaskStatus.InProgress, TaskStatus.Cancelled], refusal.Allowed);
        Assert.Equal("A task that is SUSPENDED can't become NOT_STARTED; it can become IN_PROGRESS or CANCELLED.", refusal.Message);
    }

    [Fact]
    public void Setting_the_same_status_is_refused_and_not_a_silent_success() =>
        Assert.Equal(
            "The task is NOT_STARTED already.",
            Example().ChangeStatus(TaskStatus.NotStarted, "Ghi chú mới", Today).Refusal!.Message);

    [Fact]
    public void Evidence_gets_its_id_from_the_task()
    {
        var task = Example().AddEvidence(Decision()).Value!.AddEvidence(Page("https://example.vn/a")).Value!;

        Assert.Equal(["p/1/evidence/1", "p/1/evidence/2"], task.Evidence.Select(item => item.Id));
        Assert.Equal(3, task.Version);
    }

    [Theory]
    [InlineData("15/qđ-ubnd", "  ubnd   xã X")]
    [InlineData("15/QĐ-UBND", "UBND xã X")]
    public void The_same_document_is_not_taken_twice(string number, string issuer)
    {
        var task = Example().AddEvidence(Decision()).Value!;

        var change = task.AddEvidence(Decision() with { Number = number, Issuer = issuer, Title = "Tên khác" });

        Assert.Equal("p/1/evidence/1", Assert.IsType<DuplicateEvidence>(change.Refusal).Existing.Id);
    }

    [Fact]
    public void A_document_of_another_number_date_or_issuer_is_another_document()
    {
        var task = Example().AddEvidence(Decision()).Value!;

        Assert.False(task.AddEvidence(Decision() with { Number = "16/QĐ-UBND" }).IsRefused);
        Assert.False(task.AddEvidence(Decision() with { Date = new DateOnly(2024, 3, 2) }).IsRefused);
        Assert.False(task.AddEvidence(Decision() with { Issuer = "UBND xã Y" }).IsRefused);
    }

    [Theory]
    [InlineData("https://example.vn/a", true)]
    [InlineData("HTTPS://EXAMPLE.VN:443/a", true)]
    [InlineData("https://example.vn/A", false)]
    [InlineData("https://example.vn/a?x=1", false)]
    public void The_same_link_is_not_taken_twice(string url, bool refused) =>
        Assert.Equal(refused, Example().AddEvidence(Page("https://example.vn/a")).Value!.AddEvidence(Page(url)).IsRefused);

    [Fact]
    public void The_same_content_is_not_taken_twice_whatever_its_name()
    {
        var task = Example().AddEvidence(Report("a.pdf", 'a')).Value!;

        Assert.Equal("p/1/evidence/1", Assert.IsType<DuplicateEvidence>(task.AddEvidence(Report("b.pdf", 'a')).Refusal).Existing.Id);
        Assert.False(task.AddEvidence(Report("a.pdf", 'b')).IsRefused);
    }

    [Theory]
    [InlineData(null, new string[0], null, null)]
    [InlineData("Rà soát", new string[0], "Rà soát", "Rà soát")]
    [InlineData("Rà soát", new[] { "một", "hai" }, "Rà soát", "Rà soát\nmột\nhai")]
    [InlineData(null, new[] { "một", "hai" }, "một", "một\nhai")]
    public void The_title_is_the_heading_or_else_the_first_point(string? heading, string[] items, string? title, string? text)
    {
        var task = new PlanTask { Id = "p/1", Code = "1", Heading = heading, Items = [.. items] };

        Assert.Equal((title, text), (task.Title, task.Text));
    }

    private static PlanTask Example() => new() { Id = "p/1", Code = "1" };

    private static EvidenceItem Decision() => new()
    {
        Kind = EvidenceKind.Document,
        Number = "15/QĐ-UBND",
        Date = new DateOnly(2024, 3, 1),
        Issuer = "UBND xã X",
        AddedAt = DateTimeOffset.UnixEpoch,
    };

    private static EvidenceItem Report(string name, char digit) => new()
    {
        Kind = EvidenceKind.File,
        FileName = name,
        Size = 1,
        Sha256 = new string(digit, 64),
        MediaType = "application/pdf",
        AddedAt = DateTimeOffset.UnixEpoch,
    };

    private static EvidenceItem Page(string url) => new() { Kind = EvidenceKind.Link, Url = url, AddedAt = DateTimeOffset.UnixEpoch };
}
