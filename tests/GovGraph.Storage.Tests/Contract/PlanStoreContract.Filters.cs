using System.Globalization;
using FsCheck.Fluent;
using GovGraph.Plans;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Contract;

public abstract partial class PlanStoreContract
{
    public static TheoryData<string, string?> TextComparisons => new(
        from name in new[] { "eq", "neq", "contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith" }
        from text in new[] { "ban hanh ke hoach kiem tra", "BÀN HÀNH chính", "rà soát 2 thủ tục", "ra soat", "thủ tục", "kế hoạch (số 1) \\ [A-Z]*", "", null }
        select new TheoryDataRow<string, string?>(name, text));

    public static TheoryData<string, long?> NumberComparisons => new(
        from name in new[] { "eq", "neq", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte" }
        from number in new long?[] { 0, 1_500_000, 1_500_001, null }
        select new TheoryDataRow<string, long?>(name, number));

    public static TheoryData<string, DateOnly?> DateComparisons => new(
        from name in new[] { "eq", "neq", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte" }
        from date in new DateOnly?[] { new(2024, 3, 30), new(2024, 4, 1), DateOnly.MinValue, DateOnly.MaxValue, null }
        select new TheoryDataRow<string, DateOnly?>(name, date));

    [Theory, MemberData(nameof(TextComparisons))]
    public Task Text_is_compared_without_case_and_without_marks_where_none_are_wanted(string name, string? text) =>
        TasksAreAsInTheReference(FilterOperators.Compare("title", name, text)!);

    [Theory, MemberData(nameof(NumberComparisons))]
    public Task Numbers_are_compared(string name, long? number) =>
        TasksAreAsInTheReference(FilterOperators.Compare("budget", name, number)!);

    [Theory, MemberData(nameof(DateComparisons))]
    public Task Dates_are_compared(string name, DateOnly? date) =>
        TasksAreAsInTheReference(Filter.Object("deadline", FilterOperators.Compare("dueDate", name, date)!));

    [Fact]
    public async Task A_filter_goes_up_and_down_again()
    {
        var involved = Filter.Involves("UBND xã");
        await TasksAreAsInTheReference(Filter.Object("plan", Filter.Some("tasks", Filter.And(involved, Filter.Object("plan", Filter.Eq("year", 2024))))));
        await TasksAreAsInTheReference(Filter.Object("area", Filter.Some("tasks", Filter.And(involved, Filter.Object("area", Filter.Eq("code", "2"))))));
        await TasksAreAsInTheReference(Filter.Object("component", Filter.None("tasks", Filter.Object("component", Filter.Object("area", Filter.Some("tasks", involved))))));
    }

    [Fact]
    public async Task What_is_null_equals_null_and_is_in_a_list_with_null()
    {
        var untitled = Tasks.Where(task => task.Title is null).Select(task => task.Id).ToList();
        Assert.NotEmpty(untitled);

        Assert.Equal(untitled, await TaskIds(Filter.Eq("title", null)));
        Assert.Equal(untitled, await TaskIds(Filter.In("title", [null])));
        Assert.Equal(untitled, await TaskIds(Filter.Exists("title", false)));
        Assert.Empty((await TaskIds(Filter.Not(Filter.Eq("title", null)))).Intersect(untitled));
    }

    [Fact]
    public async Task A_negation_matches_what_is_null()
    {
        var matched = await TaskIds(FilterOperators.Compare("title", "ncontains", "rà soát")!);

        Assert.Contains(Tasks.First(task => task.Title is null).Id, matched);
    }

    [Fact]
    public async Task An_empty_list_matches_none_and_all_but_not_some()
    {
        var bare = Tasks.Where(task => task.Evidence.IsEmpty).Select(task => task.Id).ToHashSet();
        var isLink = Filter.Eq("kind", GovGraph.Plans.Evidence.EvidenceKind.Link);

        Assert.Subset((await TaskIds(Filter.None("evidence", isLink))).ToHashSet(), bare);
        Assert.Subset((await TaskIds(Filter.All("evidence", isLink))).ToHashSet(), bare);
        Assert.Empty((await TaskIds(Filter.Some("evidence", isLink))).Intersect(bare));
        Assert.Equal(bare, (await TaskIds(Filter.Any("evidence", false))).ToHashSet());
    }

    [Fact]
    public async Task Figures_are_found_by_what_they_say()
    {
        await Store.Insert(SamplePlans.Small("new", 4), SampleStore.Record);
        decimal[] values = [-9.51m, -9.5m, 9.50m, 79228162514264337593543950.335m];
        for (var i = 0; i < values.Length; i++)
        {
            var figure = SampleStore.Figure(1) with { Value = values[i] };
            Assert.False((await Store.ChangeTask($"{NewPlan}/1.{i + 1}", null, task => task.AddEvidence(figure), SampleStore.Record)).IsRefused);
        }

        foreach (var (name, value, found) in new (string, decimal, int[])[]
        {
            ("eq", 9.5m, [3]), ("eq", -9.510m, [1]), ("neq", 9.50m, [1, 2, 4]), ("lt", -9.5m, [1]), ("lte", -9.5m, [1, 2]), ("gt", 9.499m, [3, 4]),
            ("gte", 79228162514264337593543950.335m, [4]), ("gt", 79228162514264337593543950.334m, [4]), ("ngt", -9.5m, [1, 2]),
        })
            Assert.Equal(found.Select(number => $"{NewPlan}/1.{number}"), await New(FilterOperators.Compare("value", name, value)!));
        Assert.Equal([$"{NewPlan}/1.1", $"{NewPlan}/1.3"], await New(Filter.In("value", 9.5m, -9.51m, 1m)));
        Assert.Equal("9.50", (await Store.GetTask($"{NewPlan}/1.3"))!.Evidence[0].Value?.ToString(CultureInfo.InvariantCulture));

        async Task<IEnumerable<string>> New(Filter item) =>
            await TaskIds(Filter.And(Filter.Object("plan", Filter.Eq("id", NewPlan)), Filter.Some("evidence", item)));
    }

    [Theory]
    [InlineData("2024-02-28", "2024-02-28")]
    [InlineData("2024-03-01", "2024-03-31")]
    [InlineData("2024-02-29", "2024-03-29")]
    [InlineData("2023-12-31", "2024-12-31")]
    [InlineData("2024-12-31", "2023-12-31")]
    public async Task One_step_lies_within_all_bounds(string from, string to)
    {
        var within = Filter.And(
            new Comparison("due", FilterOperator.Gte, DateOnly.Parse(from, CultureInfo.InvariantCulture)),
            new Comparison("due", FilterOperator.Lte, DateOnly.Parse(to, CultureInfo.InvariantCulture)));

        await TasksAreAsInTheReference(Filter.Object("deadline", Filter.Some("steps", within)));
        await TasksAreAsInTheReference(Filter.Object("deadline", Filter.And(Filter.Some("steps", within), Filter.Eq("isExclusive", true))));
        await TasksAreAsInTheReference(Filter.Not(Filter.Object("deadline", Filter.Some("steps", within))));
        await PlansAreAsInTheReference(Filter.Some("tasks", Filter.Object("deadline", Filter.Some("steps", within))));
    }

    [Theory]
    [InlineData("eq", 0)]
    [InlineData("gt", 1)]
    [InlineData("gte", 3)]
    [InlineData("nlt", 2)]
    [InlineData("lt", 0)]
    public async Task The_items_of_a_list_that_match_are_counted(string name, int number)
    {
        var wanted = FilterOperators.Compare(FieldFilter.Itself, name, number)!;
        var overdue = Filter.StateOn(new DateOnly(2024, 3, 28), DeadlineState.OpenOverdue);
        var empty = Filter.Count("tasks", Filter.And(), wanted);

        await TasksAreAsInTheReference(Filter.Count("assignments", Filter.Eq("role", UnitRole.Lead), wanted));
        await TasksAreAsInTheReference(Filter.Object("component", empty));
        await PlansAreAsInTheReference(Filter.Count("tasks", overdue, wanted));
        await PlansAreAsInTheReference(Filter.Count("areas", Filter.Some("components", empty), wanted));
        await PlansAreAsInTheReference(Filter.Count("areas", Filter.Count("tasks", overdue, wanted), wanted));
    }

    [Fact]
    public async Task No_parts_of_and_match_everything_and_no_parts_of_or_match_nothing()
    {
        Assert.Equal(Tasks.Select(task => task.Id), await TaskIds(Filter.And()));
        Assert.Empty(await TaskIds(Filter.Or()));
        Assert.Empty(await TaskIds(Filter.In("id")));
    }

    [Fact]
    public async Task A_filter_on_an_absent_object_does_not_match_but_its_negation_does()
    {
        var withoutComponent = Tasks.Where(task => task.Component is null).Select(task => task.Id).ToList();
        var filter = Filter.Object("component", FilterOperators.Compare("code", "neq", "none")!);

        Assert.Empty((await TaskIds(filter)).Intersect(withoutComponent));
        Assert.Equal(withoutComponent, await TaskIds(Filter.Not(filter)));
        Assert.Equal(withoutComponent, await TaskIds(Filter.Exists("component", false)));
    }

    [Theory]
    [InlineData("UBND xã")]
    [InlineData("ubnd  CẤP xã")]
    public async Task A_unit_is_found_by_each_of_its_names_and_never_by_a_part_of_one(string name)
    {
        var involved = Tasks.Where(task => task.Assignments.Any(assignment => assignment.Unit.Name == "UBND xã")).Select(task => task.Id).ToList();
        Assert.NotEmpty(involved);

        Assert.Equal(involved, await TaskIds(Filter.Involves(name)));
    }

    [Theory]
    [InlineData(2023)]
    [InlineData(2025)]
    public async Task A_spelling_of_one_plan_finds_the_unit_in_the_others_of_its_body(int year)
    {
        const string Alias = "Uỷ ban xã Mới";
        await Store.Insert(SamplePlans.Small("new", 6), SampleStore.Record);
        await Store.Insert(SamplePlans.Small("other", 6), SampleStore.Record);
        Assert.Empty(await TaskIds(Filter.Involves(Alias)));
        await Store.Insert(SamplePlans.Small("new", 6, year, Alias), SampleStore.Record);

        var plans = (await Store.FindPlans(new Query<Plan> { Filter = Filter.Object("issuer", Filter.Eq("id", "new")) })).Items;
        var leading = plans.SelectMany(plan => plan.Tasks).Where(task => task.Units(UnitRole.Lead).Any(unit => unit.Id == "new/ubnd-xa")).ToList();
        Assert.Equal(2, leading.Select(task => task.Plan.Id).Distinct().Count());
        Assert.All(leading, task => Assert.Contains(task.Units(UnitRole.Lead), unit => unit.Matches(Alias)));
        Assert.Equal(leading.Select(task => task.Id), await TaskIds(Filter.Involves("uỷ ban  xã mới", UnitRole.Lead)));
        Assert.Equal(
            leading.Where(task => task.Plan.Year == 2024).Select(task => task.Id),
            await TaskIds(Filter.And(Filter.Object("plan", Filter.Eq("year", 2024)), Filter.Involves(Alias, UnitRole.Lead))));
        Assert.Equal(plans.Select(plan => plan.Id), await PlanIds(Filter.Some("tasks", Filter.Involves(Alias))));
        Assert.DoesNotContain(plans.First(plan => plan.Year == 2024).Units, unit => unit.Aliases.Contains(Alias));
    }

    [Fact]
    public async Task A_unit_is_found_by_its_id_and_role()
    {
        var leading = Tasks.Where(task => task.Units(UnitRole.Lead).Any(unit => unit.Id == "an-binh/ubnd-xa")).Select(task => task.Id).ToList();
        Assert.NotEmpty(leading);

        Assert.Equal(leading, await TaskIds(Filter.Involves("an-binh/ubnd-xa", UnitRole.Lead)));
        Assert.Equal(leading, await TaskIds(Filter.Some(
            "assignments",
            Filter.And(Filter.Eq("role", UnitRole.Lead), Filter.Object("unit", Filter.Eq("id", "an-binh/ubnd-xa"))))));
    }

    [Theory]
    [InlineData("UBND  xã")]
    [InlineData("an-binh/ubnd-xa")]
    [InlineData("Văn phòng HĐND và UBND xã")]
    [InlineData("Công chức VP-TK")]
    public async Task The_units_under_a_unit_are_found_with_it_at_every_level(string unit)
    {
        var alone = (await TaskIds(Filter.Involves(unit))).ToHashSet();
        var withUnder = await TaskIds(Filter.InvolvesUnder(unit));

        Assert.Equal(unit != "Công chức VP-TK", withUnder.Count() > alone.Count);
        Assert.Subset(withUnder.ToHashSet(), alone);
        await TasksAreAsInTheReference(Filter.InvolvesUnder(unit));
        await TasksAreAsInTheReference(Filter.And(Filter.InvolvesUnder(unit, UnitRole.Lead), Filter.Not(Filter.Involves(unit, UnitRole.Lead))));
        await PlansAreAsInTheReference(Filter.Some("tasks", Filter.InvolvesUnder(unit)));
    }

    [Fact]
    public async Task A_spelling_of_one_plan_finds_the_units_under_the_unit_in_the_others_of_its_body()
    {
        const string Alias = "Uỷ ban xã Mới";
        await Store.Insert(SamplePlans.Small("new", 6), SampleStore.Record);
        await Store.Insert(SamplePlans.Small("new", 6, 2025, Alias), SampleStore.Record);

        var under = (await TaskIds(Filter.And(Filter.InvolvesUnder(Alias, UnitRole.Lead), Filter.Not(Filter.Involves(Alias, UnitRole.Lead)), Filter.Object("plan", Filter.Eq("year", 2024))))).ToList();

        Assert.NotEmpty(under);
        Assert.All(under, id => Assert.StartsWith("new-2024-cchc/", id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_unit_knows_the_one_above_it_and_those_below()
    {
        var units = (await Store.FindUnits(new Query<Unit> { Filter = Filter.Object("issuer", Filter.Eq("id", "an-binh")) })).Items;
        var officer = Assert.IsType<Unit>(await Store.GetNode("an-binh/cong-chuc-van-phong-thong-ke"));

        Assert.Equal(("an-binh/van-phong-hdnd-va-ubnd-xa", "an-binh/ubnd-xa", null), (officer.Under!.Id, officer.Under.Under!.Id, officer.Under.Under.Under?.Id));
        Assert.Equal(["an-binh/van-phong-hdnd-va-ubnd-xa"], officer.Under.Under.Units.Select(unit => unit.Id));
        Assert.Contains("UBND cấp xã", officer.Under.Under.Aliases);
        Assert.All(units, unit => Assert.All(unit.Units, below => Assert.Equal(unit.Id, below.Under?.Id)));
        Assert.Equal(2, units.Count(unit => unit.Under is not null));
    }

    [Theory]
    [InlineData(DeadlineState.OpenOverdue)]
    [InlineData(DeadlineState.OpenDueSoon)]
    [InlineData(DeadlineState.OpenWithin)]
    [InlineData(DeadlineState.DoneOnTime)]
    [InlineData(DeadlineState.DoneLate)]
    [InlineData(DeadlineState.NoDeadline)]
    public async Task A_deadline_has_its_state_on_a_day(DeadlineState state)
    {
        var day = new DateOnly(2024, 3, 28);
        var expected = Tasks.Where(task => task.DeadlineState(day) == state).Select(task => task.Id).ToList();
        Assert.NotEmpty(expected);

        Assert.Equal(expected, await TaskIds(Filter.StateOn(day, state)));
    }

    [Fact]
    public async Task Tasks_are_found_by_what_they_stand_in()
    {
        await TasksAreAsInTheReference(Filter.Object("plan", Filter.And(Filter.Eq("year", 2023), Filter.Eq("program", ReformProgram.Papi))));
        await TasksAreAsInTheReference(Filter.Object("plan", Filter.Object("issuer", Filter.Eq("place", "dai loc"))));
        await TasksAreAsInTheReference(Filter.Object("area", Filter.Eq("code", "2")));
        await TasksAreAsInTheReference(Filter.Object("component", Filter.Eq("code", "1.a")));
        await TasksAreAsInTheReference(Filter.Eq("status", TaskStatus.Completed));
        await TasksAreAsInTheReference(Filter.Some("damage", Filter.Eq("field", "note")));
        await TasksAreAsInTheReference(Filter.Object("deadline", Filter.Some("kinds", Filter.Eq(FieldFilter.Itself, DeadlineKind.Continuous))));
    }

    [Fact]
    public async Task Random_filters_find_the_tasks_of_the_reference()
    {
        foreach (var filter in RandomQueries.Filters(FieldMaps.Tasks, Ids).Sample(RandomFilters))
        {
            await TasksAreAsInTheReference(filter);
        }
    }

    [Fact]
    public async Task Random_filters_find_the_plans_of_the_reference()
    {
        foreach (var filter in RandomQueries.Filters(FieldMaps.Plans, Ids).Sample(RandomFilters))
        {
            await PlansAreAsInTheReference(filter);
        }
    }

    [Fact]
    public async Task Random_filters_find_the_units_of_the_reference()
    {
        var units = (await Store.FindUnits(new Query<Unit>())).Items;
        foreach (var filter in RandomQueries.Filters(FieldMaps.UnitsOfAllPlans, Ids).Sample(RandomFilters))
        {
            var expected = units.Where(unit => Reference.Matches(new UnitOfAllPlans(unit, Tasks), filter)).Select(unit => unit.Id);
            AreSame(expected, (await Store.FindUnits(new Query<Unit> { Filter = filter })).Items.Select(unit => unit.Id), filter);
        }
    }

    private async Task TasksAreAsInTheReference(Filter filter)
    {
        var expected = Tasks.Where(task => Reference.Matches(task, filter)).Select(task => task.Id);
        AreSame(expected, await TaskIds(filter), filter);
    }

    private async Task PlansAreAsInTheReference(Filter filter)
    {
        var expected = Plans.Where(plan => Reference.Matches(plan, filter)).Select(plan => plan.Id);
        AreSame(expected, await PlanIds(filter), filter);
    }

    private static void AreSame(IEnumerable<string> expected, IEnumerable<string> found, object asked) =>
        Assert.True(expected.SequenceEqual(found), $"{asked}\nmissing: {string.Join(' ', expected.Except(found))}\ntoo many: {string.Join(' ', found.Except(expected))}");
}
