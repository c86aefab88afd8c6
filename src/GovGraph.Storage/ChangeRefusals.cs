using GovGraph.Plans.Tasks;

namespace GovGraph.Storage;

/// <summary>Someone else changed it since it was read.</summary>
public sealed record VersionConflict(long Expected, long Actual)
    : Refusal(
        $"Version {Expected} was expected, but it is version {Actual} by now: read it again, then decide.",
        $"Phiên bản mong đợi là {Expected}, nhưng hiện đã là {Actual}: hãy đọc lại rồi quyết định.");

/// <summary>The key of the change named one before, which happened.</summary>
public sealed record ChangeRepeated()
    : Refusal("A change with this key has happened already.", "Thay đổi với khóa này đã được thực hiện.");

/// <summary>Another change, with which it was to happen together, was refused.</summary>
public sealed record NotApplied()
    : Refusal(
        "Nothing was changed, since another item was refused: repair that one, or ask with mode BEST_EFFORT.",
        "Không có gì thay đổi vì một mục khác bị từ chối: hãy sửa mục đó, hoặc gửi với mode BEST_EFFORT.");

/// <summary>The store can't change tasks of several plans at once.</summary>
public sealed record OnePlanAtOnce()
    : Refusal(
        "Nothing was changed: tasks of several plans change together only where MongoDB has transactions, and this server stands alone. Make it a replica set (one server is enough), or ask for each plan by itself, or with mode BEST_EFFORT.",
        "Không có gì thay đổi: nhiệm vụ của nhiều kế hoạch chỉ thay đổi cùng lúc khi MongoDB có giao dịch, còn máy chủ này chạy đơn lẻ. Hãy chuyển nó thành replica set (một máy chủ là đủ), hoặc gửi riêng từng kế hoạch, hoặc dùng mode BEST_EFFORT.");
