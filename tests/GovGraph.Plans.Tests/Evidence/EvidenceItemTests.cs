using GovGraph.Plans.Evidence;
using GovGraph.Plans.Tasks;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Tests.Evidence;

public sealed class EvidenceItemTests
{
    private const string First = "p/1/evidence/1";
    private static readonly DateOnly Today = new(2024, 3, 15);
    private static readonly DateTimeOffset Now = new(2024, 3, 15, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData("05/BC-UBND", "5/BC-UBND")]
    [InlineData("5 / BC – UBND", "5/BC-UBND")]
    [InlineData("15/QĐ-UBND", "15/qd-ubnd")]
    [InlineData("15/QD\u0301-UBND", "15/QD-UBND")]
    public void The_number_of_a_document_is_the_same_however_it_is_typed(string number, string other) =>
        Assert.Equal(First, Assert.IsType<DuplicateEvidence>(Add(Task(), Document(number)).Value!.AddEvidence(Document(other)).Refusal).Existing.Id);

    [Theory]
    [InlineData("5/BC-UBND", "50/BC-UBND")]
    [InlineData("5/BC-UBND", "5/KH-UBND")]
    [InlineData("1/2/BC", "12/BC")]
    public void Numbers_that_differ_are_of_two_documents(string number, string other) =>
        Assert.False(Add(Task(), Document(number)).Value!.AddEvidence(Document(other)).IsRefused);

    [Theory]
    [InlineData("UBND XÃ  Thượng\u00a0Lộ", true)]
    [InlineData("UBND xã Thượng Lo\u0323\u0302", true)]
    [InlineData("UBND xã Thương Lộ", false)]
    public void The_issuer_of_a_document_is_compared_as_the_name_of_a_unit(string issuer, bool isSame) =>
        Assert.Equal(isSame, Add(Task(), Document("1/BC")).Value!.AddEvidence(Document("1/BC") with { Issuer = issuer }).IsRefused);

    [Fact]
    public void A_figure_has_one_value_for_what_it_counts_and_when()
    {
        var task = Add(Task(), Figure(95.5m)).Value!;

        Assert.Equal(First, Assert.IsType<DuplicateEvidence>(task.AddEvidence(Figure(96m) with { Title = "TỶ LỆ  đúng hạn" }).Refusal).Existing.Id);
        Assert.False(task.AddEvidence(Figure(96m) with { Period = Period.Quarter(2024, 2) }).IsRefused);
        Assert.False(task.AddEvidence(Figure(96m) with { Unit = "hồ sơ" }).IsRefused);
    }

    [Fact]
    public void The_last_review_counts_and_all_are_kept()
    {
        var task = Add(Task(), Document("1/BC")).Value!;

        var returned = Review(task, ReviewDecision.Return, " Thiếu con dấu ").Value!;
        var accepted = Review(returned, ReviewDecision.Accept).Value!;

        Assert.Equal((EvidenceState.Submitted, EvidenceState.Returned, EvidenceState.Accepted), (task.Evidence[0].State, returned.Evidence[0].State, accepted.Evidence[0].State));
        Assert.Equal(["Thiếu con dấu", null], accepted.Evidence[0].Reviews.Select(review => review.Reason));
        Assert.Equal("an", accepted.Evidence[0].Reviews[1].By);
        Assert.Equal(4, accepted.Version);
        Assert.Equal("p/1/evidence/1 is ACCEPTED already.", Review(accepted, ReviewDecision.Accept).Refusal!.Message);
        Assert.False(Review(accepted, ReviewDecision.Return).IsRefused);
    }

    [Fact]
    public void Returned_evidence_can_be_handed_in_anew()
    {
        var task = Review(Add(Task(), Document("1/BC")).Value!, ReviewDecision.Return).Value!;

        Assert.Equal("p/1/evidence/2", task.AddEvidence(Document("1/BC")).Value!.Evidence[1].Id);
    }

    [Fact]
    public void Withdrawn_evidence_stays_and_counts_no_more()
    {
        var task = Withdraw(Add(Task(), Document("1/BC")).Value!).Value!;

        var item = Assert.Single(task.Evidence);
        Assert.Equal((EvidenceState.Withdrawn, "Nhầm"), (item.State, item.Withdrawal!.Reason));
        Assert.Equal("p/1/evidence/1 was withdrawn: hand in what is to count.", Review(task, ReviewDecision.Accept).Refusal!.Message);
        Assert.Equal(new EvidenceStateNotAllowed(First, EvidenceState.Withdrawn), Withdraw(task).Refusal);
        Assert.Equal(
            "All evidence of the task p/1 was returned or withdrawn: add other evidence, then complete it.",
            Complete(task).Refusal!.Message);
        Assert.False(task.AddEvidence(Document("1/BC")).IsRefused);
    }

    [Fact]
    public void A_task_that_was_completed_on_what_is_returned_is_under_way_again()
    {
        var completed = Complete(Add(Task(), Document("1/BC")).Value!).Value!;

        var reopened = Review(completed, ReviewDecision.Return, "Sai số liệu").Value!;

        Assert.Equal((TaskStatus.InProgress, "Sai số liệu", null, 4L), (reopened.Status, reopened.StatusNote, reopened.CompletedOn, reopened.Version));
    }

    [Fact]
    public void A_completed_task_stays_so_while_it_has_other_evidence()
    {
        var completed = Complete(Add(Add(Task(), Document("1/BC")).Value!, Document("2/BC")).Value!).Value!;

        Assert.Equal(TaskStatus.Completed, Review(completed, ReviewDecision.Return).Value!.Status);
        Assert.Equal(TaskStatus.Completed, Withdraw(completed).Value!.Status);
    }

    [Fact]
    public void What_a_completed_task_rests_on_is_not_withdrawn()
    {
        var completed = Complete(Add(Task(), Document("1/BC")).Value!).Value!;

        Assert.Equal(
            "The task p/1 is COMPLETED on p/1/evidence/1: add other evidence first, or set the task to IN_PROGRESS, then withdraw it.",
            Withdraw(completed).Refusal!.Message);
        Assert.False(Withdraw(completed.ChangeStatus(TaskStatus.InProgress, null, Today).Value!).IsRefused);
    }

    [Fact]
    public void A_plan_may_ask_for_accepted_evidence()
    {
        var task = Add(Task(EvidenceRule.Accepted), Document("1/BC")).Value!;

        Assert.Equal(
            "The task p/1 has no accepted evidence, which its plan asks for: have its evidence reviewed, then complete it.",
            Complete(task).Refusal!.Message);
        var completed = Complete(Review(task, ReviewDecision.Accept).Value!).Value!;
        Assert.Equal(TaskStatus.InProgress, Review(Add(completed, Document("2/BC")).Value!, ReviewDecision.Return).Value!.Status);
        Assert.Equal(new EvidenceNeeded("p/1", First), Withdraw(Add(completed, Document("2/BC")).Value!).Refusal);
    }

    [Fact]
    public void What_hangs_on_a_task_has_an_end()
    {
        var task = Task();
        for (var i = 1; i <= PlanTask.MostEvidence; i++)
        {
            task = Add(task, Document($"{i}/BC")).Value!;
        }

        Assert.Equal("The task p/1 has 200 pieces of evidence, and no task may have more.", task.AddEvidence(Document("x")).Refusal!.Message);
        for (var i = 0; i < PlanTask.MostReviews; i++)
        {
            task = Review(task, i % 2 == 0 ? ReviewDecision.Accept : ReviewDecision.Return).Value!;
        }

        Assert.Equal("p/1/evidence/1 was reviewed 20 times, and no evidence may be more often.", Review(task, ReviewDecision.Accept).Refusal!.Message);
        Assert.Equal(new EvidenceNotFound("p/1/evidence/999"), task.WithdrawEvidence("p/1/evidence/999", new EvidenceWithdrawal(Now)).Refusal);
        Assert.Equal(new EvidenceNotFound("x"), task.ReviewEvidence("x", new EvidenceReview(ReviewDecision.Accept, Now)).Refusal);
    }

    private static Change<PlanTask> Add(PlanTask task, EvidenceItem item) => task.AddEvidence(item);

    private static Change<PlanTask> Review(PlanTask task, ReviewDecision decision, string? reason = null) =>
        task.ReviewEvidence(First, new EvidenceReview(decision, Now) { By = "an", Reason = reason });

    private static Change<PlanTask> Withdraw(PlanTask task) => task.WithdrawEvidence(First, new EvidenceWithdrawal(Now) { Reason = "Nhầm " });

    private static Change<PlanTask> Complete(PlanTask task) => task.ChangeStatus(TaskStatus.Completed, null, Today);

    private static PlanTask Task(EvidenceRule rule = EvidenceRule.Submitted)
    {
        var plan = new Plan
        {
            Id = "p",
            Title = "Kế hoạch",
            Year = 2024,
            Program = ReformProgram.Cchc,
            Level = AdministrativeLevel.Commune,
            Issuer = new Issuer { Id = "p", Name = "UBND xã P", Place = "P" },
            EvidenceRule = rule,
            Areas = [new() { Id = "p/a", Code = "a", Tasks = [new PlanTask { Id = "p/1", Code = "1" }] }],
        };

        return plan.Tasks[0];
    }

    private static EvidenceItem Document(string number) => new()
    {
        Kind = EvidenceKind.Document,
        Number = number,
        Date = new DateOnly(2024, 3, 1),
        Issuer = "UBND xã Thượng Lộ",
        AddedAt = Now,
    };

    private static EvidenceItem Figure(decimal value) => new()
    {
        Kind = EvidenceKind.Figure,
        Title = "Tỷ lệ đúng hạn",
        Value = value,
        Unit = "%",
        Period = Period.Quarter(2024, 1),
        AddedAt = Now,
    };
}
