using System.Collections.Immutable;
using System.Text;
using FsCheck.Fluent;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Documents;
using GovGraph.Storage.Tests.Contract;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.MongoDb.Tests.Documents;

public sealed class PlanReaderTests
{
    private const string Id = "new-2024-cchc";

    public static TheoryData<string> Seeds => [.. Directory.GetFiles(Repository.Seeds, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_published_plan_comes_back_as_it_was(string seed) =>
        AssertSame(PlanFile.Read(File.ReadAllBytes(Path.Combine(Repository.Seeds, $"{seed}.json"))).Plan!);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void So_it_does_after_changes(string seed)
    {
        var plan = PlanFile.Read(File.ReadAllBytes(Path.Combine(Repository.Seeds, $"{seed}.json"))).Plan!;
        foreach (var (i, id) in plan.Tasks.Select(task => task.Id).Index())
            plan = plan.With(Changed(plan.Task(id)!, i));
        AssertSame(plan);
    }

    [Fact]
    public void Plans_with_every_kind_of_value_come_back_as_they_were() => Assert.All(SamplePlans.All, AssertSame);

    [Fact]
    public void What_is_not_sent_is_not_missed() =>
        Assert.Equal(PlanFile.Write(Sample()), PlanFile.Write(PlanReader.Read(Rewritten(Document(Sample()), (path, _) => !PlanReader.Derived.Contains(path)))));

    [Fact]
    public void Members_may_stand_in_any_order()
    {
        var (first, second) = (new List<string>(), new List<string>());
        var document = Rewritten(Document(Sample()), (path, _) => Keep(first, path));
        var reversed = Rewritten(document, (path, _) => Keep(second, path), isReversed: true);

        Assert.NotEqual(document, reversed);
        Assert.Equal(PlanFile.Write(PlanReader.Read(document)), PlanFile.Write(PlanReader.Read(reversed)));

        static bool Keep(List<string> seen, string path)
        {
            seen.Add(path);
            return true;
        }
    }

    [Theory]
    [InlineData("_id", "'_id' is missing.")]
    [InlineData("schemaVersion", "'schemaVersion' is missing.")]
    [InlineData("title", "'title' is missing.")]
    [InlineData("issuer.place", "'issuer.place' is missing.")]
    [InlineData("areas.code", "areas.0: 'code' is missing.")]
    [InlineData("areas.tasks.id", "areas.0.tasks.0: 'id' is missing.")]
    [InlineData("areas.tasks.evidence.kind", "areas.0.tasks.0.evidence.0: 'kind' is missing.")]
    [InlineData("areas.tasks.evidence.id", "areas.0.tasks.0.evidence.0: 'id' is missing.")]
    public void What_is_missing_is_named_with_its_place(string member, string reason) =>
        Assert.Equal(Broken(member == "_id" ? "?" : Id, reason), Refusal(Rewritten(Document(Sample()), (path, _) => path != member)));

    [Theory]
    [InlineData("title", "'title' holds BSON Int32, not a string.")]
    [InlineData("program", "'program' holds BSON Int32, not a string.")]
    [InlineData("areas", "'areas' holds BSON Int32, not a list.")]
    [InlineData("areas.tasks.deadline", "areas.0.tasks.0: 'deadline' holds BSON Int32, not a document or an array.")]
    [InlineData("areas.tasks.evidence.addedAt", "areas.0.tasks.0.evidence.0: 'addedAt' holds BSON Int32, not a date.")]
    public void A_value_of_another_type_is_named_with_its_place(string member, string reason) => Assert.Equal(
        Broken(Id, reason), Refusal(Rewritten(Document(Sample()), (_, _) => true, (path, name, writer) => path == member ? writer.Int32(name, 7) : null)));

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void A_year_that_no_plan_can_have_is_refused(int year) => Assert.Equal(
        Broken(Id, "'year' holds BSON Int32, not a year from 1945 to 2199."),
        Refusal(Rewritten(Document(Sample()), (_, _) => true, (path, name, writer) => path == "year" ? writer.Int32(name, year) : null)));

    [Fact]
    public void A_date_that_does_not_exist_is_refused() => Assert.Equal(
        Broken(Id, "'date' is of a day that does not exist."),
        Refusal(Rewritten(Document(Sample()), (_, _) => true, (path, name, writer) => path == "year"
            ? writer.BeginDocument("date"u8).String("text"u8, "30/2").Int32("year"u8, 2024).Int32("month"u8, 2).Int32("day"u8, 30).End().Int32(name, 2024)
            : null)));

    [Fact]
    public void What_somebody_else_wrote_is_held_to_the_rules_of_files() => Assert.Equal(
        Broken(Id, "$.areas[0].tasks[1].id makes the id \"new-2024-cchc/1.1\", which $.areas[0].tasks[0].id has already."),
        Assert.Throws<StoreException>(() => PlanReader.ReadChecked(Rewritten(
            Document(Sample()), (_, _) => true, (path, name, writer) => path is "areas.tasks.id" or "areas.tasks.code" ? writer.String(name, path == "areas.tasks.id" ? $"{Id}/1.1" : "1.1") : null))).Message);

    [Fact]
    public void A_name_that_is_none_of_an_enum_is_refused() => Assert.Equal(
        Broken(Id, "areas.0.tasks.0: 'status' holds BSON String, not NOT_STARTED or IN_PROGRESS or COMPLETED or SUSPENDED or CANCELLED."),
        Refusal(Rewritten(Document(Sample()), (_, _) => true, (path, name, writer) => path == "areas.tasks.status" ? writer.String(name, "DONE") : null)));

    [Fact]
    public void A_member_that_nobody_knows_is_refused() => Assert.Equal(
        Broken(Id, "areas.0.tasks.0: 'colour' is no member that this program knows."),
        Refusal(Rewritten(Document(Sample()), (_, _) => true, (path, name, writer) => path == "areas.tasks.title" ? writer.String("colour"u8, "red").String(name, "x") : null)));

    [Fact]
    public void A_document_of_another_version_is_left_to_its_program() => Assert.Equal(
        Broken(Id, "schemaVersion 2 is of another version of this program, which writes 1; run the one that wrote it, or migrate."),
        Refusal(Rewritten(Document(Sample()), (_, _) => true, (path, name, writer) => path == "schemaVersion" ? writer.Int32(name, 2) : null)));

    [Fact]
    public void A_document_that_ends_too_early_is_refused_wherever_it_ends()
    {
        var document = Document(Sample());
        for (var length = 0; length < document.Length; length += 7)
            Assert.DoesNotContain('\n', Refusal(document[..length]));
    }

    [Fact]
    public void Whatever_a_byte_is_changed_to_there_is_a_plan_or_one_line_that_says_why_not()
    {
        var document = Document(Sample());
        foreach (var (place, value) in Gen.Choose(0, document.Length - 1).Zip(Gen.Choose(0, 255)).Sample(20_000))
        {
            byte[] changed = [.. document];
            changed[place] = (byte)value;
            Assert.DoesNotContain('\n', RefusalOrNothing(changed));
        }
    }

    private static Plan Sample()
    {
        var plan = SamplePlans.Small("new", 3);
        return plan.With(Changed(plan.Tasks[0], 8));
    }

    // Every status, with and without notes and evidence; a moment that a BSON date can't hold.
    private static PlanTask Changed(PlanTask task, int i)
    {
        var evidence = Enumerable.Range(1, i % 3)
            .Select(number => (number % 2 == 0 ? SampleStore.Document(i) : SampleStore.Link(i)) with { Id = $"{task.Id}/evidence/{number}", AddedAt = SampleStore.Moment.AddTicks(i) })
            .ToImmutableArray();
        var status = evidence.IsEmpty ? (TaskStatus)(i % 2) : (TaskStatus)(i % 5);
        return i % 7 == 3 ? task : task.WithProgress(new TaskProgress
        {
            Status = status,
            StatusNote = i % 4 == 0 ? "Đã xong" : null,
            CompletedOn = status == TaskStatus.Completed ? new DateOnly(2024, 2, 29) : null,
            Evidence = evidence,
            Version = 2 + i,
        });
    }

    /// <summary>The file holds all that is printed and has happened; the document all that is worked out, too.</summary>
    private static void AssertSame(Plan plan)
    {
        var document = Document(plan);
        var read = PlanReader.Read(document);

        Assert.Equal(Encoding.UTF8.GetString(PlanFile.Write(plan)), Encoding.UTF8.GetString(PlanFile.Write(read)));
        Assert.True(document.AsSpan().SequenceEqual(Document(read)), $"{plan.Id} has another meaning when it comes back.");
        Assert.Equal(plan.Tasks.Select(Derived), read.Tasks.Select(Derived));
        Assert.Equal(plan.Areas.SelectMany(area => area.Indicators).Select(Derived), read.Areas.SelectMany(area => area.Indicators).Select(Derived));
        Assert.Equal(plan.ConsistencyIssues.Select(issue => issue.ToString()), read.ConsistencyIssues.Select(issue => issue.ToString()));
    }

    private static string Derived(PlanTask task) => string.Join(
        '|',
        [
            task.Plan.Id, task.Area.Id, task.Component?.Id, task.Group?.Id, $"{task.Ordinal} {task.Version} {task.Budget}",
            $"{task.Deadline.OtherPlan} {task.Deadline.WindowStart} {task.Deadline.WindowEnd}",
            .. task.Deadline.Kinds.Select(kind => $"{kind}"), .. task.Deadline.Steps.Select(step => $"{step}"),
            .. task.Deadline.Recurrences.Select(recurrence => $"{recurrence}"), .. task.Deadline.Triggers.Select(trigger => $"{trigger}"),
            .. task.Assignments.Select(assignment => $"{assignment.Role} {assignment.Unit.Id} {assignment.Printed} {assignment.Qualifier} {string.Join(',', assignment.Unit.Keys)}"),
            .. task.Evidence.Select(item => $"{item}"), .. task.Damage.Select(damage => $"{damage.Field} {damage.Kind} {damage.StoodIn} {damage.Remark}"),
        ]);

    private static string Derived(Indicator indicator) => string.Join(
        '|',
        [
            indicator.Id, indicator.Area.Id, $"{indicator.Target} {indicator.Version}",
            .. indicator.Assignments.Select(assignment => $"{assignment.Role} {assignment.Unit.Id}"), .. indicator.Values.Select(value => $"{value}"),
        ]);

    private static byte[] Document(Plan plan) => PlanBson.Write(plan, new PlanChange("0123456789abcdef0123456789abcdef", plan.Version, SampleStore.Record));

    private static string Broken(string id, string reason) =>
        $"The document '{id}' of the collection 'plans' is not a plan: {reason} Restore it from a backup, or remove it.";

    private static string Refusal(byte[] document) => Assert.Throws<StoreException>(() => PlanReader.Read(document)).Message;

    private static string RefusalOrNothing(byte[] document)
    {
        try
        {
            PlanReader.Read(document);
            return "";
        }
        catch (StoreException refused)
        {
            return refused.Message;
        }
    }

    private delegate BsonWriter? Replace(string path, ReadOnlySpan<byte> name, BsonWriter writer);

    /// <summary>The document with only those members, some of them replaced; paths are without the places in lists.</summary>
    private static byte[] Rewritten(byte[] document, Func<string, BsonType, bool> keep, Replace? replace = null, bool isReversed = false)
    {
        using var writer = new BsonWriter();
        writer.Begin();
        Rewrite(writer, new BsonReader(document), "", isItems: false);
        return writer.End().Written.ToArray();

        void Rewrite(BsonWriter writer, BsonReader members, string path, bool isItems)
        {
            var places = Enumerable.Range(0, Count(members));
            foreach (var place in isReversed && !isItems ? places.Reverse() : places)
            {
                var member = At(members, place);
                var name = isItems ? path : path.Length == 0 ? Encoding.UTF8.GetString(member.Name) : $"{path}.{Encoding.UTF8.GetString(member.Name)}";
                var written = isItems ? default : member.Name;
                if (!keep(name, member.Type) || (!isItems && replace?.Invoke(name, written, writer) is not null))
                    continue;
                if (member.Type is not (BsonType.Document or BsonType.Array))
                {
                    writer.Raw(written, member.Type, member.Value);
                    continue;
                }

                _ = member.Type == BsonType.Array ? writer.BeginArray(written) : writer.BeginDocument(written);
                Rewrite(writer, member.Enter(), name, member.Type == BsonType.Array);
                writer.End();
            }
        }
    }

    private static int Count(BsonReader members)
    {
        var count = 0;
        while (members.Next())
            count++;
        return count;
    }

    private static BsonReader At(BsonReader members, int place)
    {
        for (; place >= 0; place--)
            members.Next();
        return members;
    }
}
