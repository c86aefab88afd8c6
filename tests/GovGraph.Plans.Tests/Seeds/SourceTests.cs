using Xunit;

namespace GovGraph.Plans.Tests.Seeds;

/// <summary>The seeds hold what the documents print, all of it and nothing else. What is left out is listed here, with the reason.</summary>
public sealed class SourceTests
{
    private static readonly Dictionary<string, (string Left, string Reason)[]> LeftOut = new()
    {
        ["hung-yen-2021-papi"] =
        [
            ("3 KẾHOẠCH", "the word above the title"),
            ("119 Nơinhậnb", "the word above the recipients, and a trace of handwriting"),
            ("156 ĐịnhkỳthườngxuyênĐịnhkỳthườngxuyên", "the time, printed again in a ninth column"),
            ("157 Địnhkỳhàngquý", "the time, printed again in a ninth column"),
            ("166 Thườngxuyên", "the time of the row on line 167, printed twice"),
            ("168 Thanhtratỉnh", "a unit in the column of the time"),
            ("187 SởCôngthươngUBNDcấphuyện", "a cell of the electricity row, which is run together with two others"),
            ("187 Thườngxuyên", "the same"),
            ("192 Cáckếhoạch", "a cell of the clean water row, which is run together with two others"),
            ("192 SởNôngnghiệpvàPTNT", "the same"),
            ("192 SởNNvàPTNTUBNDcấphuyện", "the same"),
            ("192 Thườngxuyên", "the same"),
            (
                "197 aTiếpcậnCôngthôngtinđiệntửcủachínhquyềnđịaphươngbTiếpcậnvàsửdụngdịchvụcôngtrựctuyếnphảnhồimộtcửađiệntửkhigiảiquyếtTTHCcPhúcđápquaCôngthôngtinđiệntử",
                "the headings of the components, printed again one column to the right and garbled"),
        ],
        ["my-hoa-hung-2024-kstthc"] =
        [
            ("3 Số", "the word before the number"),
            ("7 KẾHOẠCH", "the word above the title"),
            ("57 Nơinhận", "the word above the recipients"),
            ("71 PHỤLỤC", "the word above the title of the annex"),
        ],
        ["thuong-lo-2020-cchc"] =
        [
            ("3 KẾHOẠCH", "the word above the title"),
            ("210 Nơinhận", "the word above the recipients"),
            ("224 PHỤLỤC", "the word above the title of the annex"),
        ],
        ["trung-trac-2022-papi"] =
        [
            ("3 Số", "the word before the number"),
            ("7 KẾHOẠCH", "the word above the title"),
            ("53 Nơinhận", "the word above the recipients"),
            ("71 Phụlục", "the word above the title of the annex"),
        ],
        ["trung-trac-2024-papi"] = [("1 Phụlục", "the word above the title of the annex")],
    };

    // Damaged rows; the seeds say so where it is so.
    private static readonly Dictionary<string, (string Text, string Reason)[]> Moved = new()
    {
        ["hung-yen-2021-papi"] =
        [
            ("167 SởTưphápUBNDcấphuyệnUBNDcấpxã", "stands on the continuation of the row before"),
            (
                "168 KiểmtraviệcthựchiệnkếtluậncáccuộcthanhtrakiểmtratrướcđâykiênnghịxửlýnghiêmđốivớicáctrườnghợptáiphạmhoặcchậmkhắcphụckhôngthựchiệnkếtluậnthanhtrakiểmtraTậptrungvàoviệcgiảiquyếtTTTHCkiênnghịphảnánhkhiếunạitốcáothuộclĩnhvựcđấtđaixâydựngđịabàncấphuyệncấpxã",
                "ends at the head of the next row"),
        ],
        ["trung-trac-2022-papi"] =
        [
            (
                "89 Tăngcườngthanhtrakiểmtracáccơsởgiáodụctiểuhọccônglậptăngcườngcáckênhtiếpnhậnthôngtincủangườidânđốivớicơsởvậtchấtchấtlượnggiáodụcđộingũgiáoviêncủacáctrườngtiểuhọctrênđịabànxửlýkịpthờicácvụviệchànhvitiêucựcthôngtincôngkhairộngrãitớingườidân",
                "stands in the row before"),
            ("89 Thamgiacáclớpđàotạobồidưỡngnghiệpvụnângcaochấtlượngđộingũgiáoviêntiểuhọc", "the same"),
        ],
    };

    // The second table of this document; its headings are the members of an indicator.
    private static readonly string[] IndicatorHeadings =
        ["STT", "Chỉ tiêu", "Đơn vị", "Chỉ tiêu năm 2024", "Cơ quan chủ trì thực hiện", "Cơ quan phối hợp", "Cơ quan chủ trì đánh giá"];

    private static readonly Dictionary<string, Lazy<SourceComparison>> Comparisons =
        SeedFiles.Ids.ToDictionary(id => id, id => new Lazy<SourceComparison>(() => new SourceComparison(SeedFiles.Plan(id))));

    [Theory]
    [MemberData(nameof(SeedFiles.All), MemberType = typeof(SeedFiles))]
    public void Nothing_is_in_a_seed_that_is_not_in_its_source(string id) =>
        Assert.Empty(Comparisons[id].Value.NotInSource);

    [Theory]
    [MemberData(nameof(SeedFiles.All), MemberType = typeof(SeedFiles))]
    public void Nothing_is_in_a_source_that_is_not_in_its_seed(string id)
    {
        var plan = SeedFiles.Plan(id);
        var headings = plan.Annex!.Columns.Concat(IndicatorHeadings).Append("Stt2").Select(SourceText.Key).ToHashSet();

        var left = Comparisons[id].Value.NotInPlan(row => row.All(headings.Contains));

        Assert.Equal(LeftOut[id].Select(text => text.Left), left);
    }

    [Theory]
    [MemberData(nameof(SeedFiles.All), MemberType = typeof(SeedFiles))]
    public void Each_text_stands_in_the_row_that_the_seed_names(string id) =>
        Assert.Equal(
            Moved.GetValueOrDefault(id, []).Select(text => text.Text).Order(StringComparer.Ordinal),
            Comparisons[id].Value.InAnotherRow.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(SeedFiles.All), MemberType = typeof(SeedFiles))]
    public void Punctuation_is_as_printed(string id) => Assert.Empty(Comparisons[id].Value.PrintedOtherwise);
}
