using GovGraph.Plans.Text;

namespace GovGraph.Plans.Units;

/// <summary>The words by which the parts of a unit cell are told apart.</summary>
internal static class UnitWords
{
    // What the name of a unit begins with.
    private static readonly string[] Heads =
    [
        "ubnd", "hđnd", "ủy ban", "uỷ ban", "hội đồng", "đảng ủy", "đảng uỷ", "huyện ủy", "thành ủy", "tỉnh ủy", "công an", "công chức",
        "cán bộ", "viên chức", "sở", "ban", "phòng", "trung tâm", "văn phòng", "vp", "vpub", "vpubnd", "đài", "trạm", "trường", "các", "hội",
        "đoàn", "liên đoàn", "mttq", "mặt trận", "bhxh", "bảo hiểm", "bộ", "thanh tra", "chi cục", "cục", "kho bạc", "khối", "tổ", "thôn",
        "ấp", "khu phố", "lãnh đạo", "chủ tịch", "phó chủ tịch", "bí thư", "trưởng", "thủ trưởng", "người đứng đầu", "toàn thể", "những",
        "đội", "tập thể", "cơ quan", "đơn vị", "tổ chức", "thư ký", "địa phương", "doanh nghiệp", "tòa án", "viện", "ngân hàng", "bưu điện",
        "hợp tác xã", "nhà trường", "các nhà trường", "quân sự",
    ];

    // What is listed inside one name: các sở, ban, ngành; cán bộ, công chức liên quan.
    private static readonly string[] Generics =
    [
        "sở", "ban", "ngành", "đơn vị", "cơ quan", "cán bộ", "công chức", "viên chức", "tổ chức", "cá nhân", "phòng", "hội", "đoàn thể",
        "thôn", "tổ dân phố", "ấp", "khu phố",
    ];

    private static readonly string[] Determiners = ["các", "toàn thể", "những", "đội ngũ", "mọi"];

    private static readonly string[] Levels = ["cấp", "xã", "phường", "thị trấn", "huyện", "quận", "thị xã", "thành phố", "tỉnh", "trung ương"];

    // The bodies that a leader or a level can be of.
    private static readonly string[] Bodies = ["ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân", "đảng ủy", "đảng uỷ", "mttq", "ủy ban mttq"];

    public static bool StartsUnit(string text) => StartsWithAny(text, Heads);

    public static bool IsLevel(string text) => StartsWithAny(text, Levels);

    public static bool IsOfLevel(string text) => StartsWith(text, "cấp");

    public static bool IsBody(string text) => StartsWithAny(text, Bodies);

    public static bool IsOffice(string text) => StartsWith(text, "văn phòng") || StartsWith(text, "vp");

    /// <summary>The body that a name begins with, as printed: <c>UBND</c> of <c>UBND cấp huyện</c>.</summary>
    public static string? BodyOf(string text) =>
        Array.Find(Bodies, body => StartsWith(text, body)) is { } found ? string.Join(' ', Words(text)[..found.Split(' ').Length]) : null;

    /// <summary>The level that a name ends with, as printed: <c>xã</c> of <c>Công an xã</c>.</summary>
    public static string? LevelAtEndOf(string text) =>
        Array.Find(Levels, level => FoldedText.Fold(text).EndsWith($" {level}", StringComparison.Ordinal)) is { } found
            ? string.Join(' ', Words(text)[^found.Split(' ').Length..])
            : null;

    /// <summary>Whether all of it is one bare noun of a list inside a name: <c>Các sở</c>, <c>cán bộ</c>.</summary>
    public static bool IsBareGeneric(string text)
    {
        var bare = FoldedText.Fold(text);
        if (Array.Find(Determiners, determiner => StartsWith(text, determiner)) is { } found)
        {
            bare = bare[found.Length..].Trim();
        }

        return Array.IndexOf(Generics, bare) >= 0;
    }

    /// <summary>Whether it goes on with a list inside a name: <c>ngành có liên quan</c>.</summary>
    public static bool ContinuesGenerics(string text) => char.IsLower(text[0]) && StartsWithAny(text, Generics);

    public static bool StartsWith(string text, string words) => FoldedStartsWith(FoldedText.Fold(text), words);

    private static bool StartsWithAny(string text, string[] phrases)
    {
        var folded = FoldedText.Fold(text);
        return Array.Exists(phrases, phrase => FoldedStartsWith(folded, phrase));
    }

    private static bool FoldedStartsWith(string folded, string words) =>
        folded.StartsWith(words, StringComparison.Ordinal) && (folded.Length == words.Length || !char.IsLetterOrDigit(folded[words.Length]));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
