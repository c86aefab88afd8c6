namespace GovGraph.Plans.Deadlines;

/// <summary>A way in which a deadline limits time. One deadline may have several.</summary>
public enum DeadlineKind
{
    /// <summary>On or by a printed date: <c>05/02/2024</c>.</summary>
    FixedDate,

    /// <summary>Strictly before a printed date or month: <c>Trước ngày 30/3/2024</c>.</summary>
    Before,

    /// <summary>Within a month: <c>Tháng 4/2024</c>.</summary>
    Month,

    /// <summary>Within a quarter, a half-year or several quarters: <c>Quý II, III năm 2022</c>.</summary>
    Quarter,

    /// <summary>Within a year: <c>Năm 2024</c>.</summary>
    Year,

    /// <summary>Within a span after an event: <c>10 ngày sau khi nhận được</c>.</summary>
    WithinAfterEvent,

    /// <summary>A span before an event: <c>Trước 01 ngày của hồ sơ đến hạn</c>.</summary>
    BeforeEvent,

    /// <summary>When, after or around an event, without a span: <c>Khi có yêu cầu</c>.</summary>
    Event,

    /// <summary>All the time: <c>Thường xuyên</c>.</summary>
    Continuous,

    /// <summary>Again and again: <c>Hàng quý</c>.</summary>
    Recurring,

    /// <summary>Several steps, each with a limit of its own.</summary>
    Milestones,

    /// <summary>As another plan says: <c>Theo Kế hoạch của tỉnh</c>.</summary>
    OtherPlan,

    /// <summary>Within the school year, whose dates are not printed: <c>Trong năm học</c>.</summary>
    SchoolYear,

    /// <summary>Was printed, but is lost in the source.</summary>
    Damaged,

    /// <summary>Is printed, but could not be read.</summary>
    Unknown,
}
