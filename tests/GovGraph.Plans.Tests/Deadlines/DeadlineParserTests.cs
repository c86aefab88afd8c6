using FsCheck;
using FsCheck.Fluent;
using GovGraph.Plans.Deadlines;
using Xunit;

namespace GovGraph.Plans.Tests.Deadlines;

public sealed class DeadlineParserTests
{
    [Theory]
    [InlineData("Thường xuyên", "Continuous")]
    [InlineData("Năm 2024", "Year | 2024-01-01..2024-12-31")]
    [InlineData("Trong năm học", "SchoolYear")]
    [InlineData("Thường xuyên (nếu có), định kỳ", "Continuous+Recurring | Unspecified")]
    [InlineData("Khi tỉnh, huyện triển khai", "Event | When(tỉnh, huyện triển khai)")]
    [InlineData("Hoàn thành trước tháng 11/2024", "Before | <2024-11-01")]
    [InlineData("Hàng năm", "Recurring | Year 1/year")]
    [InlineData("Hàng quý, 06 tháng, năm", "Recurring | Quarter 4/year | HalfYear 1/year | Year 1/year")]
    [InlineData("Khi có chủ trương, chính sách mới", "Event | When(có chủ trương, chính sách mới)")]
    [InlineData("Khi có thay đổi", "Event | When(có thay đổi)")]
    [InlineData(
        "Khi có văn bản chỉ đạo của Trung ương, tỉnh, huyện về bầu cử",
        "Event | When(có văn bản chỉ đạo của Trung ương, tỉnh, huyện về bầu cử)")]
    [InlineData(
        "Khi có văn bản, Thông tư hướng dẫn mới của Trung ương, tỉnh, huyện",
        "Event | When(có văn bản, Thông tư hướng dẫn mới của Trung ương, tỉnh, huyện)")]
    [InlineData("Khi thực hiện bầu Trưởng thôn", "Event | When(thực hiện bầu Trưởng thôn)")]
    [InlineData("Khi tỉnh triển khai", "Event | When(tỉnh triển khai)")]
    [InlineData("Quý III/2024", "Quarter | 2024-07-01..2024-09-30")]
    [InlineData("Quý IV năm 2024", "Quarter | 2024-10-01..2024-12-31")]
    [InlineData("Theo Kế hoạch", "OtherPlan | as in Kế hoạch")]
    [InlineData("Thường xuyên theo hướng dẫn của tỉnh", "Continuous")]
    [InlineData("Thường xuyên, định kỳ", "Continuous+Recurring | Unspecified")]
    [InlineData(
        "Thực hiện sau khi QHKHSDĐ được phê duyệt; - Việc công bố công khai thực hiện chậm nhất là 15 ngày kể từ ngày được cơ quan nhà nước có thẩm quyền quyết định, phê duyệt",
        "WithinAfterEvent | After(QHKHSDĐ được phê duyệt) | Việc công bố công khai thực hiện: 15 Day WithinAfter(ngày được cơ quan nhà nước có thẩm quyền quyết định, phê duyệt)")]
    [InlineData("Định kỳ theo quý", "Recurring | Quarter 4/year")]
    public void The_deadlines_of_Trưng_Trắc_2024_are_read(string text, string meaning) => Means(text, 2024, meaning);

    [Theory]
    [InlineData("Thường xuyên trong năm", "Continuous | through 2020-01-01..2020-12-31")]
    [InlineData("Thường xuyên", "Continuous")]
    [InlineData("Khi có yêu cầu", "Event | When(có yêu cầu)")]
    [InlineData("Theo Kế hoạch theo dõi tình hình THPL", "OtherPlan | as in Kế hoạch theo dõi tình hình THPL")]
    [InlineData(
        "- Ban hành Kế hoạch trước 28/02/2020; - Thời gian kiểm tra trước 15/8/2020; - Ban hành báo cáo hoặc thông báo kết luận sau kiểm tra chậm nhất là 01 tuần.",
        "Milestones | Ban hành Kế hoạch: <2020-02-28 | Thời gian kiểm tra: <2020-08-15 | Ban hành báo cáo hoặc thông báo kết luận: 1 Week WithinAfter(kiểm tra)")]
    [InlineData("Hàng tháng", "Recurring | Month 12/year")]
    [InlineData("Khi có hồ sơ phát sinh", "Event | When(có hồ sơ phát sinh)")]
    [InlineData("Khi có phát sinh hồ sơ", "Event | When(có phát sinh hồ sơ)")]
    [InlineData(
        "Sau khi có kết quả rà soát văn bản QPPL phát hiện có sai phạm",
        "Event | After(có kết quả rà soát văn bản QPPL phát hiện có sai phạm)")]
    [InlineData("Sau khi văn bản có hiệu lực", "Event | After(văn bản có hiệu lực)")]
    [InlineData("01 tháng sau kiểm tra", "WithinAfterEvent | 1 Month WithinAfter(kiểm tra)")]
    [InlineData("02 lần/tháng", "Recurring | Month×2 24/year")]
    [InlineData("10 ngày sau khi nhận được PA,KN", "WithinAfterEvent | 10 Day WithinAfter(nhận được PA,KN)")]
    [InlineData("Hàng quý và cuối năm", "Recurring | Quarter 4/year | Year 1/year")]
    [InlineData("Khi có PAKN", "Event | When(có PAKN)")]
    [InlineData("Khi có hồ sơ trễ hẹn", "Event | When(có hồ sơ trễ hẹn)")]
    [InlineData(
        "Khi có kiến nghị sau thành tra, kiểm tra, kiểm toán về tài chính, ngân sách",
        "Event | When(có kiến nghị sau thành tra, kiểm tra, kiểm toán về tài chính, ngân sách)")]
    [InlineData("Khi có thay đổi", "Event | When(có thay đổi)")]
    [InlineData("Khi có yêu cầu của cấp trên", "Event | When(có yêu cầu của cấp trên)")]
    [InlineData("Khi cấp trên tổ chức", "Event | When(cấp trên tổ chức)")]
    [InlineData(
        "Quý I, 6 tháng, quý III trước ngày 25 các tháng 2, 5, 8, năm lần 01 trước ngày 20/10 hàng năm; báo cáo lần 02 trước ngày 15/11/2020",
        "Milestones | Quý I: <2020-02-25 | 6 tháng: <2020-05-25 | quý III: <2020-08-25 | năm lần 01: <2020-10-20 | báo cáo lần 02: <2020-11-15")]
    [InlineData(
        "Quý I, 6 tháng, quý III trước ngày 25 các tháng 2, 5, 8; báo cáo năm lần 01 trước ngày 20/10/2020; báo cáo lần 02 trước ngày 15/11/2020",
        "Milestones | Quý I: <2020-02-25 | 6 tháng: <2020-05-25 | quý III: <2020-08-25 | báo cáo năm lần 01: <2020-10-20 | báo cáo lần 02: <2020-11-15")]
    [InlineData("Quý I, 6 tháng, quý III và năm 2020", "Recurring | Quarter 4/year")]
    [InlineData("Sau khi phát hiện có sai phạm", "Event | After(phát hiện có sai phạm)")]
    [InlineData("Trước 10/01/2020", "Before | <2020-01-10")]
    [InlineData("Trước 30/01/2020", "Before | <2020-01-30")]
    [InlineData("Trước 30/9/2020", "Before | <2020-09-30")]
    public void The_deadlines_of_Thượng_Lộ_2020_are_read(string text, string meaning) => Means(text, 2020, meaning);

    [Theory]
    [InlineData("Thường xuyên", "Continuous")]
    [InlineData("Trong năm 2022", "Year | 2022-01-01..2022-12-31")]
    [InlineData("- Thường xuyên", "Continuous")]
    [InlineData("- Trước và trong quá trình bầu cử - Thường xuyên", "Event+Continuous | BeforeAndDuring(bầu cử)")]
    [InlineData("Quý II, III năm 2022", "Quarter | 2022-04-01..2022-09-30")]
    [InlineData("Định kỳ, thường xuyên", "Recurring+Continuous | Unspecified")]
    public void The_deadlines_of_Trưng_Trắc_2022_are_read(string text, string meaning) => Means(text, 2022, meaning);

    [Theory]
    [InlineData("Thường xuyên", "Continuous")]
    [InlineData("Quý I năm 2024", "Quarter | 2024-01-01..2024-03-31")]
    [InlineData(
        "Thường xuyên (Trước 01 ngày của hồ sơ đến hạn trả kết quả).",
        "Continuous+BeforeEvent | 1 Day Before(hồ sơ đến hạn trả kết quả)")]
    [InlineData("02 lần/năm", "Recurring | Year×2 2/year")]
    [InlineData("05/02/2024", "FixedDate | 2024-02-05")]
    [InlineData("Hàng tuần", "Recurring | Week 52/year")]
    [InlineData(
        "Ngay sau khi có kết quả xử lý phản ánh, kiến nghị",
        "Event | ImmediatelyAfter(có kết quả xử lý phản ánh, kiến nghị)")]
    [InlineData(
        "Ngay sau khi có quyết định công bố danh mục TTHC của Chủ tịch UBND tỉnh",
        "Event | ImmediatelyAfter(có quyết định công bố danh mục TTHC của Chủ tịch UBND tỉnh)")]
    [InlineData("Năm 2024", "Year | 2024-01-01..2024-12-31")]
    [InlineData("Theo Kế hoạch của tỉnh", "OtherPlan | as in Kế hoạch của tỉnh")]
    [InlineData("Tháng 01 năm 2024", "Month | 2024-01-01..2024-01-31")]
    [InlineData("Tháng 02 năm 2024", "Month | 2024-02-01..2024-02-29")]
    [InlineData("Tháng 04 năm 2024", "Month | 2024-04-01..2024-04-30")]
    [InlineData("Tháng 4/2024", "Month | 2024-04-01..2024-04-30")]
    [InlineData("Trong thời gian 10 ngày kể từ ngày tiếp nhận", "WithinAfterEvent | 10 Day WithinAfter(ngày tiếp nhận)")]
    [InlineData("Trước 28/02/2024", "Before | <2024-02-28")]
    [InlineData("Trước 30/3/2024", "Before | <2024-03-30")]
    [InlineData("Trước ngày 05/9/2024", "Before | <2024-09-05")]
    [InlineData("Trước ngày 30 tháng 4 năm 2024", "Before | <2024-04-30")]
    [InlineData("Trước ngày 30/3/2024", "Before | <2024-03-30")]
    [InlineData("Định kỳ 06 tháng/01 lần", "Recurring | HalfYear 2/year")]
    [InlineData("Định kỳ/đợt xuất", "Recurring+Event | Unspecified | AdHoc(đợt xuất)")]
    public void The_deadlines_of_Mỹ_Hòa_Hưng_2024_are_read(string text, string meaning) => Means(text, 2024, meaning);

    [Theory]
    [InlineData("Thường xuyên", "Continuous")]
    [InlineData("Trong năm 2021", "Year | 2021-01-01..2021-12-31")]
    [InlineData("- Định kỳ, thường xuyên - Định kỳ", "Recurring+Continuous | Unspecified")]
    [InlineData("Quý II, III năm 2021", "Quarter | 2021-04-01..2021-09-30")]
    [InlineData("Trước và trong quá trình bầu cử", "Event | BeforeAndDuring(bầu cử)")]
    [InlineData("Định kỳ hàng quý", "Recurring | Quarter 4/year")]
    public void The_deadlines_of_Hưng_Yên_2021_are_read(string text, string meaning) => Means(text, 2021, meaning);

    [Theory]
    [InlineData("trước ngày 5 tháng 3 năm 2025", "Before | <2025-03-05")]
    [InlineData("TRƯỚC NGÀY 05/03/2025.", "Before | <2025-03-05")]
    [InlineData("Xong trước 31-12-2025", "Before | <2025-12-31")]
    [InlineData("Trước 31 – 12 – 2025", "Before | <2025-12-31")]
    [InlineData("Trước 15.6.2025", "Before | <2025-06-15")]
    [InlineData("Trước 15/6", "Before | <2025-06-15")]
    [InlineData("Trước 15/06/25", "Before | <2025-06-15")]
    [InlineData("Trước 6/2025", "Before | <2025-06-01")]
    [InlineData("Trước quý II/2025", "Before | <2025-04-01")]
    [InlineData("Trước năm 2026", "Before | <2026-01-01")]
    [InlineData("Trước ngày cuối cùng của tháng 2, 5, 8", "Milestones | <2025-02-28 | <2025-05-31 | <2025-08-31")]
    [InlineData("Trước ngày 15/6 và 15/12/2025", "Milestones | <2025-06-15 | <2025-12-15")]
    [InlineData("Trước ngày 20/10 hàng năm", "Before | <2025-10-20")]
    [InlineData("Báo cáo trước ngày 15/11/2025", "Before | Báo cáo: <2025-11-15")]
    [InlineData("báo cáo 6 tháng trước 15/6; báo cáo năm trước 15/12", "Milestones | báo cáo 6 tháng: <2025-06-15 | báo cáo năm: <2025-12-15")]
    [InlineData("Trước 30/6 (đợt 1); trước 30/11 (đợt 2)", "Milestones | <2025-06-30 | <2025-11-30")]
    [InlineData("Trước 17 giờ ngày 20/6/2025", "Before | 2025-06-20")]
    [InlineData("Trước 10h00 ngày 20/6", "Before | 2025-06-20")]
    [InlineData("Hằng năm, trước ngày 15/12", "Recurring+Before | <2025-12-15 | Year 1/year")]
    [InlineData("Ban hành Kế hoạch: Quý I/2025; tổng kết: tháng 12", "Milestones | Ban hành Kế hoạch: 2025-01-01..2025-03-31 | tổng kết: 2025-12-01..2025-12-31")]
    [InlineData(
        "báo cáo quý I, 6 tháng đầu năm, quý III: Gửi trước ngày cuối cùng của tháng 2, 5, 8",
        "Milestones | quý I: <2025-02-28 | 6 tháng đầu năm: <2025-05-31 | quý III: <2025-08-31")]
    public void Before_is_strict_however_it_is_written(string text, string meaning) => Means(text, 2025, meaning);

    [Theory]
    [InlineData("Quý 2/2025", "Quarter | 2025-04-01..2025-06-30")]
    [InlineData("quý IV/2025", "Quarter | 2025-10-01..2025-12-31")]
    [InlineData("Trong Quí I", "Quarter | 2025-01-01..2025-03-31")]
    [InlineData("Quý I - Quý III/2025", "Quarter | 2025-01-01..2025-09-30")]
    [InlineData("Quý I, quý IV/2025", "Milestones | Quý I: 2025-01-01..2025-03-31 | quý IV/2025: 2025-10-01..2025-12-31")]
    [InlineData("6 tháng đầu năm 2025", "Quarter | 2025-01-01..2025-06-30")]
    [InlineData("06 tháng cuối năm", "Quarter | 2025-07-01..2025-12-31")]
    [InlineData("Trong tháng 9", "Month | 2025-09-01..2025-09-30")]
    [InlineData("Tháng 3, tháng 6", "Milestones | Tháng 3: 2025-03-01..2025-03-31 | tháng 6: 2025-06-01..2025-06-30")]
    [InlineData("Tháng 3, 4/2025", "Month | 2025-03-01..2025-04-30")]
    [InlineData("Tháng 6, 12", "Milestones | Tháng 6: 2025-06-01..2025-06-30 | 2025-12-01..2025-12-31")]
    [InlineData("Từ nay đến 30/6/2025", "FixedDate | 2025-06-30")]
    [InlineData("Quý IV/2024, quý I/2025", "Quarter | 2024-10-01..2025-03-31")]
    [InlineData("Tháng 3 - 6/2025", "Month | 2025-03-01..2025-06-30")]
    [InlineData("Từ tháng 11/2024 đến tháng 3/2025", "Month | 2024-11-01..2025-03-31")]
    [InlineData("Từ 01/3 đến hết 30/6/2025", "FixedDate | 2025-03-01..2025-06-30")]
    [InlineData("Từ ngày 01 đến ngày 15/3/2025", "FixedDate | 2025-03-01..2025-03-15")]
    [InlineData("Đến hết tháng 6/2025", "Month | 2025-06-30")]
    [InlineData("Chậm nhất ngày 15/6", "FixedDate | 2025-06-15")]
    [InlineData("chậm nhất là ngày 15 tháng 6", "FixedDate | 2025-06-15")]
    [InlineData("Ngày 15/6/2025", "FixedDate | 2025-06-15")]
    [InlineData("ngày 25 tháng 12 năm 2025", "FixedDate | 2025-12-25")]
    [InlineData("Hoàn thành trong quý III", "Quarter | 2025-07-01..2025-09-30")]
    [InlineData("Trong năm", "Year | 2025-01-01..2025-12-31")]
    [InlineData("Cuối năm 2025", "Year | 2025-12-31")]
    [InlineData("Giai đoạn 2021-2025", "Year | 2021-01-01..2025-12-31")]
    public void Days_and_periods_are_read_however_they_are_written(string text, string meaning) => Means(text, 2025, meaning);

    [Theory]
    [InlineData("03 lần/năm", "Recurring | Year×3 3/year")]
    [InlineData("ít nhất 02 lần mỗi quý", "Recurring | Quarter×2 8/year")]
    [InlineData("mỗi quý một lần", "Recurring | Quarter 4/year")]
    [InlineData("mỗi năm 02 lần", "Recurring | Year×2 2/year")]
    [InlineData("hằng tháng", "Recurring | Month 12/year")]
    [InlineData("hàng ngày", "Recurring | Day 365/year")]
    [InlineData("ngày 20 hằng tháng", "Recurring | Month 12/year")]
    [InlineData("Trước ngày 25 hàng tháng", "Recurring | Month 12/year")]
    [InlineData("Hàng tháng, hàng quý", "Recurring | Month 12/year | Quarter 4/year")]
    [InlineData("02 tháng/lần", "Recurring | Year×6 6/year")]
    [InlineData("Định kỳ 6 tháng, năm", "Recurring | HalfYear 1/year | Year 1/year")]
    [InlineData("cuối mỗi quý", "Recurring | Quarter 4/year")]
    [InlineData("Cả năm", "Continuous | through 2025-01-01..2025-12-31")]
    [InlineData("Thường xuyên từ tháng 1 đến tháng 6", "Continuous | through 2025-01-01..2025-06-30")]
    [InlineData("Thường xuyên, tháng 6", "Continuous+Month | 2025-06-01..2025-06-30")]
    [InlineData("Định kỳ hoặc đột xuất", "Recurring+Event | Unspecified | AdHoc(đột xuất)")]
    [InlineData("Thường xuyên, hàng tháng", "Continuous+Recurring | Month 12/year")]
    [InlineData("Báo cáo định kỳ hàng quý", "Recurring | Quarter 4/year")]
    public void Rhythms_are_read_however_they_are_written(string text, string meaning) => Means(text, 2025, meaning);

    [Theory]
    [InlineData("05 ngày làm việc kể từ ngày nhận đủ hồ sơ", "WithinAfterEvent | 5 WorkingDay WithinAfter(ngày nhận đủ hồ sơ)")]
    [InlineData("Trong vòng 02 tuần kể từ khi có kết luận", "WithinAfterEvent | 2 Week WithinAfter(có kết luận)")]
    [InlineData("Chậm nhất 03 ngày trước khi tổ chức", "BeforeEvent | 3 Day Before(tổ chức)")]
    [InlineData("Trước khi khai giảng", "BeforeEvent | Before(khai giảng)")]
    [InlineData("Theo yêu cầu của huyện", "Event | When(yêu cầu của huyện)")]
    [InlineData("Khi có yêu cầu, thường xuyên", "Event+Continuous | When(có yêu cầu)")]
    [InlineData("Trước 15/6 (Báo cáo sau khi tổng kết)", "Before+Event | <2025-06-15 | Báo cáo: After(tổng kết)")]
    public void Events_are_read_however_they_are_written(string text, string meaning) => Means(text, 2025, meaning);

    [Theory]
    [InlineData("Trước 30/02/2025")]
    [InlineData("31/4/2025")]
    [InlineData("29/02/2025")]
    [InlineData("Tháng 13")]
    [InlineData("Quý V/2025")]
    [InlineData("Quý 5")]
    [InlineData("00/00/0000")]
    [InlineData("Năm 0000")]
    [InlineData("Từ tháng 6 đến tháng 3/2025")]
    [InlineData("15-6")]
    [InlineData("99999999999999999999/1/2025")]
    [InlineData("Không trước 15/6/2025")]
    [InlineData("Trừ tháng 7")]
    [InlineData("Quý I, 6 tháng trước ngày 25 các tháng 2, 5, 8")]
    [InlineData("Khi")]
    [InlineData("Thanh tra tỉnh")]
    [InlineData("Tham dự Hội nghị, Hội thảo, tọa đàm, ...")]
    [InlineData("…")]
    [InlineData("((((((((((")]
    public void What_can_not_be_read_is_unknown_and_keeps_its_text(string text)
    {
        var deadline = DeadlineParser.Parse(text, 2025);

        Assert.Equal("Unknown", DeadlineSummary.Of(deadline));
        Assert.Equal(text, deadline.Text);
    }

    [Theory]
    [InlineData("Trước 15/6; theo tình hình thực tế", "Before+Unknown | <2025-06-15")]
    [InlineData("Trước 15/6 (gửi UBND huyện)", "Before+Unknown | <2025-06-15")]
    public void What_can_be_read_beside_the_unknown_is_read(string text, string meaning) => Means(text, 2025, meaning);

    [Theory]
    [InlineData("  Tr\u01B0\u01A1\u0301c   nga\u0300y\u00A030/3/2025 ", "Before | <2025-03-30")]
    [InlineData("THU\u031BO\u031B\u0300NG XUYE\u0302N", "Continuous")]
    [InlineData("Qu\u00FD\tIV\n/ 2025", "Quarter | 2025-10-01..2025-12-31")]
    public void Decomposed_letters_and_odd_white_space_do_not_matter(string text, string meaning) => Means(text, 2025, meaning);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u00A0\n")]
    public void An_empty_cell_has_no_deadline(string? text) => Assert.Same(Deadline.None, DeadlineParser.Parse(text, 2025));

    [Fact]
    public void A_text_too_long_for_a_cell_is_not_read()
    {
        var text = string.Concat(Enumerable.Repeat("Thường xuyên, ", 100_000));

        Assert.Equal("Unknown", DeadlineSummary.Of(DeadlineParser.Parse(text, 2025)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(int.MaxValue)]
    public void A_year_that_is_none_makes_no_dates(int year) =>
        Assert.Equal("Unknown", DeadlineSummary.Of(DeadlineParser.Parse("Trước 15/6", year)));

    [Fact]
    public void Any_text_is_kept_and_never_fails() =>
        Prop.ForAll<string, int>((text, year) => Keeps(text ?? "", year)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_mixture_of_the_words_of_deadlines_is_kept_and_never_fails()
    {
        string[] words =
        [
            "Trước", "ngày", "tháng", "quý", "năm", "I", "II", "25", "02", "2025", "/", "-", ",", ";", "(", ")", ".", "và", "hàng", "định kỳ",
            "thường xuyên", "khi", "sau", "ngay", "lần", "6", "đầu", "cuối", "các", "từ", "đến", "chậm nhất", "là", "báo cáo", "của", "30", "theo", "kế hoạch", ":",
        ];
        var texts = Gen.Elements(words).ListOf().Select(parts => string.Join(' ', parts)).ToArbitrary();

        Prop.ForAll(texts, text => Keeps(text, 2025)).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static bool Keeps(string text, int year)
    {
        var deadline = DeadlineParser.Parse(text, year);
        return string.IsNullOrWhiteSpace(text) ? deadline.Text is null : deadline.Text == text && !deadline.Kinds.IsEmpty;
    }

    private static void Means(string text, int year, string meaning)
    {
        var deadline = DeadlineParser.Parse(text, year);

        Assert.Equal(meaning, DeadlineSummary.Of(deadline));
        Assert.Equal(text, deadline.Text);
    }
}
