using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Tests.Seeds;
using Xunit;

namespace GovGraph.Plans.Tests.Documents;

/// <summary>What is wrong with a file is named, all at once.</summary>
public sealed partial class PlanFileTests
{
    [Fact]
    public void Faults_in_the_values_of_an_indicator_are_found() => Assert.Equal(
        [
            "$.areas[0].indicators[0].values must not hold a period twice",
            "$.areas[0].indicators[0].values[0].period must be a period such as 2024, 2024-H1, 2024-Q3, 2024-04 or 2024-01-01/2024-02-15",
            "$.areas[0].indicators[0].values[1].period must be a period such as 2024, 2024-H1, 2024-Q3, 2024-04 or 2024-01-01/2024-02-15",
            "$.areas[0].indicators[0].version must be 1 or more",
        ],
        Faulty(
            """
            { "period": "2024-Q5", "value": 1, "recordedAt": "2024-04-02T10:00:00+07:00" }, { "period": "2024-Q5", "value": 1, "recordedAt": "2024-04-02T10:00:00+07:00" }
            """,
            "0").Order());

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("1e30")]
    public void A_value_is_a_number_that_can_be_kept(string value) => Assert.Equal(
        [$"$.areas[0].indicators[0].values[0].value must be a number of at most 28 digits, not {value}"],
        Faulty($$"""{ "period": "2024", "value": {{value}}, "recordedAt": "2024-04-02T10:00:00+07:00" }""", "1"));

    [Theory]
    [InlineData("1000000000000")]
    [InlineData("0.0000001")]
    public void A_value_has_a_limit(string value) => Assert.Equal(
        ["$.areas[0].indicators[0].values[0].value must have at most 12 digits before the point and 6 behind it"],
        Faulty($$"""{ "period": "2024", "value": {{value}}, "recordedAt": "2024-04-02T10:00:00+07:00" }""", "1"));

    private static IEnumerable<string> Faulty(string values, string version) => PlanFile.Read(Encoding.UTF8.GetBytes(
        $$"""
        {
          "schemaVersion": 1, "id": "x-2024-papi", "title": "x", "year": 2024, "program": "PAPI", "level": "COMMUNE",
          "issuer": { "id": "x", "name": "UBND xã X", "place": "X" },
          "areas": [{ "code": "1", "indicators": [{ "code": "1.1", "title": "x", "target": "80", "values": [{{values}}], "version": {{version}} }] }]
        }
        """)).Faults.Select(fault => $"{fault.Path} {fault.Message}");

    [Fact]
    public void All_faults_of_the_shape_are_found_at_once()
    {
        Faults(
            """
            {
              "schemaVersion": "1", "id": null, "year": 2024.5, "program": "papi", "level": "COMMUNE", "level": "COMMUNE",
              "issuer": { "id": "x", "name": "", "place": 7, "phone": "1" },
              "recipients": "Lưu", "legalBases": [1, null],
              "areas": [ { "code": "1", "tasks": [ { "id": "x", "code": "1", "line": 1e400, "completedOn": "15/03/2024",
                "evidence": [ { "id": "e", "kind": "LINK", "addedAt": "hôm qua" } ], "damage": [ [] ] } ] }, 5 ]
            }
            """,
            "$.schemaVersion must be a whole number, not \"1\"",
            "$.id must be a string, not null",
            "$.year must be a whole number, not 2024.5",
            "$.program must be CCHC or PAPI or KSTTHC, not \"papi\"",
            "$.level is there twice",
            "$.issuer.name is empty: leave the member out",
            "$.issuer.place must be a string, not 7",
            "$.issuer has an unknown member \"phone\"; known are id, name, place, superior",
            "$.recipients must be a list, not \"Lưu\"",
            "$.legalBases[0] must be a string, not 1",
            "$.legalBases[1] must be a string, not null",
            "$.areas[0].tasks[0].line must be a whole number, not 1e400",
            "$.areas[0].tasks[0].completedOn must be a date such as 2024-03-15",
            "$.areas[0].tasks[0].evidence[0].addedAt must be a time such as 2024-03-15T10:00:00+07:00",
            "$.areas[0].tasks[0].damage[0] must be an object, not a list",
            "$.areas[1] must be an object, not 5",
            "$.title is missing");
    }

    [Fact]
    public void All_faults_of_the_meaning_are_found_at_once()
    {
        Faults(
            """
            {
              "schemaVersion": 2, "id": "../../etc/passwd", "title": "K", "year": 20240, "program": "PAPI", "level": "COMMUNE",
              "date": { "text": "ngày 30 tháng 2", "year": 2024, "month": 2, "day": 30 },
              "issuer": { "id": "../x", "name": "X", "place": "X" }, "budget": "nhiều", "version": 0,
              "units": [ { "name": "UBND xã", "aliases": ["ubnd  xã"] }, { "name": "Các thôn", "aliases": ["UBND Xã"] } ],
              "areas": [
                { "code": "1", "budget": "1.00", "damage": [ { "field": "titel", "kind": "LOST", "remark": "r" },
                    { "field": "title", "kind": "MISPLACED", "stoodIn": "titel", "remark": "r" }, { "field": "title", "kind": "MISPLACED", "stoodIn": "title", "remark": "r" },
                    { "field": "title", "kind": "LOST", "stoodIn": "label", "remark": "r" }, { "kind": "MISPLACED", "stoodIn": "label", "remark": "r" } ],
                  "tasks": [
                    { "id": "y/1.1", "code": "1.1", "group": "1.I" },
                    { "id": "../../etc/passwd/1.2", "code": "1.2", "status": "COMPLETED", "line": 0 },
                    { "id": "../../etc/passwd/1.2", "code": "1.2", "completedOn": "2024-01-01",
                      "evidence": [ { "id": "1", "kind": "LINK", "url": "javascript:alert(1)", "addedAt": "2024-03-15T10:00:00Z" },
                        { "id": "../../etc/passwd/1.2/evidence/2", "kind": "FILE", "url": "https://x.vn", "size": 0, "sha256": "../x", "addedAt": "2024-03-15T10:00:00Z" } ] } ] },
                { "code": "1" } ]
            }
            """,
            "$.schemaVersion must be 1, the version of the format that is read here",
            "$.issuer.id must be lower-case letters and digits, joined by hyphens",
            "$.year must be a year from 1945 to 2199",
            "$.id must be \"../x-20240-papi\": issuer, year and program",
            "$.version must be 1 or more",
            "$.budget must be an amount in đồng, such as 12.900.000",
            "$.date.day must be a day of that month",
            "$.areas[0].budget must be an amount in đồng, such as 12.900.000",
            "$.areas[0].tasks[0].group names \"1.I\", which is none of the groups beside the task",
            "$.areas[0].tasks[0].id must be \"../../etc/passwd/1.1\", or that with (2), (3) … behind it",
            "$.areas[0].tasks[1].completedOn must be there if the status is COMPLETED, and only then",
            "$.areas[0].tasks[1].evidence must hold an item that was neither returned nor withdrawn if the status is COMPLETED",
            "$.areas[0].tasks[1].line must be 1 or more",
            "$.areas[0].tasks[2].completedOn must be there if the status is COMPLETED, and only then",
            "$.areas[0].tasks[2].evidence[0].id must be \"../../etc/passwd/1.2/evidence/\" and an ordinal",
            "$.areas[0].tasks[2].evidence[0].url must be an absolute http or https address",
            "$.areas[0].tasks[2].evidence[1].url must not be there: only a link has an address",
            "$.areas[0].tasks[2].evidence[1].fileName must be there: a file has a name",
            "$.areas[0].tasks[2].evidence[1].size must be 1 or more",
            "$.areas[0].tasks[2].evidence[1].sha256 must be 64 small hexadecimal digits",
            "$.areas[0].tasks[2].evidence[1].mediaType must be there: it says what the file is",
            "$.areas[0].damage[0].field must be a member of the node: code, label, title, budget, components, groups, tasks, indicators",
            "$.areas[0].damage[1].stoodIn must be a member of the node: code, label, title, budget, components, groups, tasks, indicators",
            "$.areas[0].damage[2].stoodIn belongs to a MISPLACED field, and is another field than that",
            "$.areas[0].damage[3].stoodIn belongs to a MISPLACED field, and is another field than that",
            "$.areas[0].damage[4].stoodIn belongs to a MISPLACED field, and is another field than that",
            "$.units[1].aliases[0] \"UBND Xã\" is a spelling of units[0] already",
            "$.areas[0].tasks[2].id makes the id \"../../etc/passwd/1.2\", which $.areas[0].tasks[1].id has already",
            "$.areas[1].code makes the id \"../../etc/passwd/1\", which $.areas[0].code has already");
    }

    [Fact]
    public void Units_stand_under_others_of_the_list_and_never_under_themselves()
    {
        var reading = PlanFile.Read(Encoding.UTF8.GetBytes(WithUnits("""
            { "name": "A", "under": "B" }, { "name": "B", "under": "C" }, { "name": "C", "under": "A" }, { "name": "D", "under": "A" },
            { "name": "E", "under": "E" }, { "name": "F", "under": "b" }, { "name": "G", "under": "H" }, { "name": "H", "under": "I" }, { "name": "I" }
            """)));

        Assert.Equal(
            [
                "$.units[0].under \"B\" stands, by way of others, under itself",
                "$.units[4].under \"E\" stands, by way of others, under itself",
                "$.units[5].under \"b\" is the name of no unit in the list",
            ],
            reading.Faults.Select(Shown));
    }

    [Theory]
    [InlineData("9.223.372.036.854.775.806", true)]
    [InlineData("9.223.372.036.854.775.807", false)]
    public void The_amounts_of_a_plan_can_be_added(string amount, bool isRead)
    {
        var reading = PlanFile.Read(Encoding.UTF8.GetBytes(Small
            .Replace("\"title\": \"Nhóm\"", $"\"budget\": \"{amount}\"", StringComparison.Ordinal)
            .Replace("\"lead\":", "\"budget\": \"1\", \"lead\":", StringComparison.Ordinal)));

        Assert.Equal(
            isRead ? [] : ["$.areas hold amounts that make 9223372036854775808 đồng together; 9223372036854775807 is the most that can be added"],
            reading.Faults.Select(Shown));
    }

    [Theory]
    [InlineData("", "$ is not JSON: ")]
    [InlineData("{", "$ is not JSON: ")]
    [InlineData("{} {}", "$ is not JSON: ")]
    [InlineData("{\"a\": \"\\u12\"}", "$ is not JSON: ")]
    [InlineData("[]", "$ must be an object, not a list")]
    [InlineData("null", "$ must be an object, not null")]
    [InlineData("\"\\ud800\"", "$ must be an object, not a string")]
    public void What_is_no_plan_is_one_fault(string text, string fault)
    {
        var reading = PlanFile.Read(Encoding.UTF8.GetBytes(text));

        Assert.Null(reading.Plan);
        Assert.StartsWith(fault, Shown(Assert.Single(reading.Faults)), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_a_fault_wherever_it_stands()
    {
        var faults = PlanFile.Read("""{ "title": "\ud800", "\udc00": 1 }"""u8).Faults.Select(Shown).ToArray();

        Assert.Contains("$.title holds half of a surrogate pair", faults);
        Assert.Contains(faults, fault => fault.StartsWith("$ has an unknown member with half of a surrogate pair in its name;", StringComparison.Ordinal));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_a_fault() =>
        Assert.Equal("$ is not UTF-8", Shown(Assert.Single(PlanFile.Read([.. "{\"title\": \""u8, 0xC3, 0x28, .. "\"}"u8]).Faults)));

    [Fact]
    public void Decomposed_letters_are_a_fault()
    {
        var reading = PlanFile.Read(Encoding.UTF8.GetBytes(Small.Replace("Kế hoạch", "Ke\u0302\u0301 hoạch", StringComparison.Ordinal)));

        Assert.Equal("$.title is not in Unicode form NFC: a letter and its mark must be one character", Shown(Assert.Single(reading.Faults)));
    }

    [Fact]
    public void A_byte_order_mark_is_skipped() => Assert.Empty(PlanFile.Read([.. "\uFEFF"u8, .. Encoding.UTF8.GetBytes(Small)]).Faults);

    [Fact]
    public void Deep_nesting_is_a_fault()
    {
        var sections = string.Concat(Enumerable.Repeat("{\"sections\":[", 10_000));

        var fault = Assert.Single(PlanFile.Read(Encoding.UTF8.GetBytes($"{{\"sections\":[{sections}")).Faults);

        Assert.StartsWith("$ is not JSON: The maximum configured depth of 64 has been exceeded.", Shown(fault), StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_faults_are_cut_at_a_hundred()
    {
        var text = $"{{ \"recipients\": [{string.Join(',', Enumerable.Repeat("1", 1000))}] }}";

        Assert.Equal(100, PlanFile.Read(Encoding.UTF8.GetBytes(text)).Faults.Length);
    }

    [Fact]
    public void A_plan_with_a_byte_changed_is_read_or_has_faults_but_never_fails()
    {
        var bytes = SeedFiles.Bytes("trung-trac-2022-papi");
        var changes = Gen.Choose(0, bytes.Length - 1).SelectMany(at => Gen.Choose(0, 255).Select(value => (at, value))).ToArbitrary();

        Prop.ForAll(changes, change =>
        {
            var (at, value) = change;
            var changed = (byte[])bytes.Clone();
            changed[at] = (byte)value;
            var reading = PlanFile.Read(changed);
            return reading.Plan is null != reading.Faults.IsEmpty;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static void Faults(string text, params string[] faults)
    {
        var reading = PlanFile.Read(Encoding.UTF8.GetBytes(text));

        Assert.Null(reading.Plan);
        Assert.Equal(string.Join('\n', faults.Order(StringComparer.Ordinal)), string.Join('\n', reading.Faults.Select(Shown).Order(StringComparer.Ordinal)));
        Assert.All(reading.Faults.Zip(ReadInVietnamese(text)), fault =>
        {
            Assert.Equal(fault.First.Path, fault.Second.Path);
            Assert.NotEqual(fault.First.Message, fault.Second.Message);
        });
    }

    private static ImmutableArray<PlanFault> ReadInVietnamese(string text)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");
        try
        {
            return PlanFile.Read(Encoding.UTF8.GetBytes(text)).Faults;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string Shown(PlanFault fault) => $"{fault.Path} {fault.Message}";
}
