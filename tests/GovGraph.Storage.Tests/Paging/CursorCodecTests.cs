using System.Buffers.Text;
using FsCheck;
using FsCheck.Fluent;
using GovGraph.Storage.Paging;
using Xunit;

namespace GovGraph.Storage.Tests.Paging;

public sealed class CursorCodecTests
{
    private static readonly byte[] Mark = [1, 2, 3, 4, 5, 6];

    [Fact]
    public void Values_are_read_as_they_were_written()
    {
        var cursor = CursorCodec.Write(Mark, [null, "kế hoạch", -1L, new DateOnly(2024, 3, 15), DayOfWeek.Friday, true, 46.50m]);

        Assert.True(CursorCodec.TryRead(cursor, out var mark, out var values));
        Assert.Equal(Mark, mark);
        Assert.Equal([null, "kế hoạch", -1L, (long)new DateOnly(2024, 3, 15).DayNumber, 5L, 1L, "46.50"], values);
    }

    [Fact]
    public void Any_text_is_read_or_refused()
    {
        Prop.ForAll<string>(text => CursorCodec.TryRead(text ?? "", out _, out _) || true).QuickCheckThrowOnFailure();
        Prop.ForAll<byte[]>(bytes => CursorCodec.TryRead(Base64Url.EncodeToString([1, .. Mark, .. bytes ?? []]), out _, out _) || true)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void A_very_long_cursor_is_refused() => Assert.False(CursorCodec.TryRead(new string('A', 100_000), out _, out _));

    [Theory]
    [InlineData(long.MaxValue, typeof(int))]
    [InlineData(long.MaxValue, typeof(DateOnly))]
    [InlineData(-1L, typeof(DateOnly))]
    [InlineData(1L, typeof(string))]
    [InlineData("1", typeof(int))]
    [InlineData("1", typeof(DayOfWeek))]
    public void A_value_of_another_type_is_refused(object kept, Type type) => Assert.False(CursorNumber.TryRead(kept, type, out _));
}
