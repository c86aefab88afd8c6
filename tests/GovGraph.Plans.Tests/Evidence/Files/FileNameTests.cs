using GovGraph.Plans.Evidence.Files;
using Xunit;

namespace GovGraph.Plans.Tests.Evidence.Files;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Báo cáo quý I.pdf", "Báo cáo quý I.pdf")]
    [InlineData("../../x.pdf", "x.pdf")]
    [InlineData("C:\\Users\\an\\x.pdf", "x.pdf")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("..", "")]
    [InlineData(".htaccess", "htaccess")]
    [InlineData("x.pdf. . ", "x.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie_ x=1.pdf")]
    [InlineData("a\0.pdf", "a.pdf")]
    [InlineData("a\u202Efdp.exe", "afdp.exe")]
    [InlineData("a\u2028b\uE000.pdf", "ab.pdf")]
    [InlineData("a\uD800b.pdf", "ab.pdf")]
    [InlineData("a\"b<c>|?*.pdf", "a_b_c____.pdf")]
    [InlineData("U\u0309y ban.pdf", "Ủy ban.pdf")]
    [InlineData("Quye\u0302\u0301t đi\u0323nh.pdf", "Quyết định.pdf")]
    [InlineData("", "")]
    public void A_name_is_cleaned_of_what_is_no_name(string given, string expected) => Assert.Equal(expected, FileName.Clean(given));
}
