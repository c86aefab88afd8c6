using System.Text;
using FsCheck.Fluent;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Tests.Seeds;
using GovGraph.Plans.Units;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Tests.Documents;

public sealed partial class PlanFileTests
{
    private const string Small = """
        {
          "schemaVersion": 1,
          "id": "x-2024-papi",
          "title": "Kế hoạch",
          "year": 2024,
          "program": "PAPI",
          "level": "COMMUNE",
          "issuer": {
            "id": "x",
            "name": "UBND xã X",
            "place": "X"
          },
          "areas": [
            {
              "code": "1",
              "groups": [
                {
                  "code": "1.I",
                  "title": "Nhóm"
                }
              ],
              "tasks": [
                {
                  "id": "x-2024-papi/1.1",
                  "code": "1.1",
                  "group": "1.I",
                  "lead": "UBND xã; các thôn",
                  "deadline": "khi rảnh, nếu được không"
                },
                {
                  "id": "x-2024-papi/1.1(2)",
                  "code": "1.1",
                  "damage": [
                    {
                      "field": "deadline",
                      "kind": "LOST",
                      "remark": "Line 1."
                    }
                  ]
                }
              ]
            }
          ]
        }

        """;

    [Fact]
    public void A_small_plan_is_read_and_written_as_it_was()
    {
        var reading = PlanFile.Read(Encoding.UTF8.GetBytes(Small));

        Assert.Empty(reading.Faults);
        Assert.Equal(Small.Trim() + "\n", Encoding.UTF8.GetString(PlanFile.Write(reading.Plan!)));
    }

    [Fact]
    public void A_group_damage_and_unlisted_units_are_tied_to_the_task()
    {
        var plan = PlanFile.Read(Encoding.UTF8.GetBytes(Small)).Plan!;

        Assert.Equal("x-2024-papi/1.I", plan.Tasks[0].Group!.Id);
        Assert.Equal(["x/ubnd-xa", "x/cac-thon"], plan.Tasks[0].Units(UnitRole.Lead).Select(unit => unit.Id));
        Assert.Equal("Các thôn", Assert.IsType<Unit>(plan.Node("x/cac-thon")).Name);
        Assert.Equal([DeadlineKind.Damaged], plan.Tasks[1].Deadline.Kinds);
        Assert.Null(plan.Tasks[1].Deadline.Text);
    }

    [Fact]
    public void A_deadline_that_can_not_be_read_is_named_and_does_no_harm()
    {
        var reading = PlanFile.Read(Encoding.UTF8.GetBytes(Small.Replace("khi rảnh, nếu được không", "tùy tình hình", StringComparison.Ordinal)));

        Assert.Equal(["x-2024-papi/1.1: tùy tình hình"], reading.UnknownDeadlines);
        Assert.Equal("tùy tình hình", reading.Plan!.Tasks[0].Deadline.Text);
    }

    [Fact]
    public void The_units_of_a_plan_that_was_never_printed_are_written_too()
    {
        var issuer = new Issuer { Id = "x", Name = "UBND xã X", Place = "X" };
        var commune = new Unit { Id = "x/ubnd-xa", Name = "UBND xã", Issuer = issuer };
        var police = new Unit { Id = "x/cong-an-xa", Name = "Công an xã", Issuer = issuer };
        var plan = new Plan
        {
            Id = "x-2024-papi",
            Title = "Kế hoạch",
            Year = 2024,
            Program = ReformProgram.Papi,
            Level = AdministrativeLevel.Commune,
            Issuer = issuer,
            Units = [commune, police],
            Areas =
            [
                new Area
                {
                    Id = "x-2024-papi/1",
                    Code = "1",
                    Tasks =
                    [
                        new PlanTask
                        {
                            Id = "x-2024-papi/1.1",
                            Code = "1.1",
                            Assignments =
                            [
                                new Assignment { Unit = commune, Role = UnitRole.Lead, Printed = "UBND xã" },
                                new Assignment { Unit = police, Role = UnitRole.Lead, Printed = "Công an xã" },
                            ],
                        },
                    ],
                },
            ],
        };

        var read = PlanFile.Read(PlanFile.Write(plan)).Plan!;

        Assert.Equal(["x/ubnd-xa", "x/cong-an-xa"], read.Tasks[0].Units(UnitRole.Lead).Select(unit => unit.Id));
    }

    [Fact]
    public void What_has_happened_since_is_written_and_read()
    {
        var plan = SeedFiles.Plan("my-hoa-hung-2024-kstthc");
        var task = plan.Tasks[0]
            .AddEvidence(new EvidenceItem
            {
                Kind = EvidenceKind.Document,
                Number = " 15/QĐ-UBND",
                Date = new DateOnly(2024, 3, 1),
                Issuer = "Uy\u0309 ban",
                Note = " ",
                AddedAt = new DateTimeOffset(2024, 3, 15, 10, 0, 0, TimeSpan.FromHours(7)),
            }).Value!
            .ChangeStatus(TaskStatus.Completed, "Xong", new DateOnly(2024, 3, 15)).Value!;

        var reading = PlanFile.Read(PlanFile.Write(plan.With(task)));

        Assert.Empty(reading.Faults);
        var read = reading.Plan!.Tasks[0];
        Assert.Equal((TaskStatus.Completed, "Xong", new DateOnly(2024, 3, 15), 3L), (read.Status, read.StatusNote, read.CompletedOn, read.Version));
        Assert.Equal(task.Evidence[0], Assert.Single(read.Evidence));
        Assert.Equal(("15/QĐ-UBND", "Uỷ ban", null), (read.Evidence[0].Number, read.Evidence[0].Issuer, read.Evidence[0].Note));
        Assert.Equal(2, reading.Plan.Version);
    }

    [Fact]
    public void A_file_of_evidence_is_written_and_read()
    {
        var plan = SeedFiles.Plan("my-hoa-hung-2024-kstthc");
        var task = plan.Tasks[0].AddEvidence(new EvidenceItem
        {
            Kind = EvidenceKind.File,
            FileName = "Biên bản.pdf",
            Size = 3_000_000_000,
            Sha256 = new string('a', 64),
            MediaType = "application/pdf",
            AddedAt = new DateTimeOffset(2024, 3, 15, 10, 0, 0, TimeSpan.FromHours(7)),
        }).Value!;

        var reading = PlanFile.Read(PlanFile.Write(plan.With(task)));

        Assert.Empty(reading.Faults);
        Assert.Equal(task.Evidence[0], Assert.Single(reading.Plan!.Tasks[0].Evidence));
    }

    [Fact]
    public void What_became_of_evidence_is_written_and_read()
    {
        var plan = SeedFiles.Plan("my-hoa-hung-2024-kstthc");
        var at = new DateTimeOffset(2024, 3, 15, 10, 0, 0, 1, TimeSpan.FromHours(7));
        var first = $"{plan.Tasks[0].Id}/evidence/1";
        var task = plan.Tasks[0]
            .AddEvidence(new EvidenceItem { Kind = EvidenceKind.Figure, Title = "Tỷ lệ", Value = 95.50m, Unit = "%", Period = Period.Quarter(2024, 1), AddedAt = at }).Value!
            .ReviewEvidence(first, new EvidenceReview(ReviewDecision.Return, at) { By = "an", Reason = "Thiếu" }).Value!
            .ReviewEvidence(first, new EvidenceReview(ReviewDecision.Accept, at)).Value!
            .WithdrawEvidence(first, new EvidenceWithdrawal(at) { By = "bình", Reason = "Nhầm" }).Value!;

        var file = PlanFile.Write(plan.With(task));
        var reading = PlanFile.Read(file);

        Assert.Empty(reading.Faults);
        var read = Assert.Single(reading.Plan!.Tasks[0].Evidence);
        Assert.Equal(task.Evidence[0].Reviews, read.Reviews);
        Assert.Equal(task.Evidence[0], read with { Reviews = task.Evidence[0].Reviews });
        Assert.Equal("95.50", read.Value!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(file, PlanFile.Write(reading.Plan));
    }

    [Fact]
    public void What_evidence_a_plan_asks_for_is_written_where_it_is_more_than_usual()
    {
        var file = System.Text.Encoding.UTF8.GetString(PlanFile.Write(SeedFiles.Plan("my-hoa-hung-2024-kstthc")));
        Assert.DoesNotContain("evidenceRule", file, StringComparison.Ordinal);

        var strict = System.Text.Encoding.UTF8.GetBytes(file.Replace("  \"units\": [", "  \"evidenceRule\": \"ACCEPTED\",\n  \"units\": [", StringComparison.Ordinal));
        var read = PlanFile.Read(strict).Plan!;

        Assert.Equal(EvidenceRule.Accepted, read.EvidenceRule);
        Assert.Equal(strict, PlanFile.Write(read));
    }

    [Fact]
    public void Values_of_an_indicator_are_written_and_read_to_the_last_digit()
    {
        var plan = SeedFiles.Plan("my-hoa-hung-2024-kstthc");
        var value = new IndicatorValue
        {
            Period = Period.Quarter(2024, 1),
            Value = 123456789012.345670m,
            Note = "Tạm tính",
            RecordedAt = new DateTimeOffset(2024, 4, 2, 10, 0, 0, 1, TimeSpan.FromHours(7)),
        };

        var file = PlanFile.Write(plan.With(plan.Indicator("my-hoa-hung-2024-kstthc/9.1.1")!.RecordValue(value).Value!));

        Assert.Contains(
            """
                      "values": [
                        {
                          "period": "2024-Q1",
                          "value": 123456789012.345670,
                          "note": "Tạm tính",
                          "recordedAt": "2024-04-02T10:00:00.001+07:00"
                        }
                      ],
                      "version": 2
            """,
            Encoding.UTF8.GetString(file),
            StringComparison.Ordinal);
        var read = PlanFile.Read(file).Plan!.Indicator("my-hoa-hung-2024-kstthc/9.1.1")!;
        Assert.Equal((value, 2L), (Assert.Single(read.Values), read.Version));
    }

    [Fact]
    public void A_unit_knows_the_one_above_it_and_those_below_and_is_written_as_it_was_read()
    {
        var plan = PlanFile.Read(Encoding.UTF8.GetBytes(WithUnits("""
            { "name": "A", "under": "B" }, { "name": "B", "aliases": ["Bê"], "under": "C" }, { "name": "C" }, { "name": "D", "under": "B" }
            """))).Plan!;

        Assert.Equal(["B", "C", null, "B"], plan.Units.Take(4).Select(unit => unit.Under?.Name));
        Assert.Equal(["", "A D", "B", ""], plan.Units.Take(4).Select(unit => string.Join(' ', unit.Units.Select(below => below.Name))));
        Assert.Equal(plan.Units.Select(unit => unit.Under?.Name), PlanFile.Read(PlanFile.Write(plan)).Plan!.Units.Select(unit => unit.Under?.Name));
    }

    private static string WithUnits(string units) => Small.Replace("\"areas\":", $"\"units\": [{units}], \"areas\":", StringComparison.Ordinal);
}
