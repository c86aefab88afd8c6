using GovGraph.Storage.Access;
using Xunit;

namespace GovGraph.Storage.Tests.Access;

public sealed class KeyTextTests
{
    private static readonly DateTimeOffset s_now = new(2024, 3, 15, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_key_is_readable_and_is_itself_again_when_it_is_read()
    {
        var made = KeyText.New();
        var text = made.Reveal();

        Assert.Matches("^gg_[0-9a-f]{16}_[0-9a-f]{64}$", text);
        Assert.True(KeyText.TryRead(text, out var read));
        Assert.Equal(made.Id, read.Id);
        Assert.True(read.Is(made.Keep("an", [Scope.Read], s_now)));
    }

    [Fact]
    public void What_is_kept_and_what_is_printed_by_accident_have_no_secret()
    {
        var made = KeyText.New();
        var secret = made.Reveal().Split('_')[2];

        Assert.DoesNotContain(secret, $"{made} {made.Keep("an", [Scope.Read], s_now)}", StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_secret_is_never_kept_as_the_same_hash()
    {
        var made = KeyText.New();

        Assert.NotEqual(made.Keep("an", [], s_now).Hash, made.Keep("an", [], s_now).Hash);
    }

    [Fact]
    public void Another_secret_is_not_the_key_nor_is_any_where_there_is_none()
    {
        var (made, other) = (KeyText.New(), KeyText.New());
        Assert.True(KeyText.TryRead($"gg_{made.Id}_{other.Reveal().Split('_')[2]}", out var forged));

        Assert.False(forged.Is(made.Keep("an", [], s_now)));
        Assert.False(made.Is(null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("gg_")]
    [InlineData("gg_0123456789abcdef_0123")]
    [InlineData("gg-0123456789abcdef_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("gg_0123456789abcdef-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void What_has_another_form_is_no_key(string text) => Assert.False(KeyText.TryRead(text, out _));

    [Fact]
    public void A_key_is_taken_until_it_expires_or_is_revoked()
    {
        var key = KeyText.New().Keep("an", [Scope.Read], s_now);

        Assert.Equal(KeyState.Active, key.State(s_now));
        Assert.Equal(KeyState.Active, (key with { ExpiresAt = s_now }).State(s_now.AddTicks(-1)));
        Assert.Equal(KeyState.Expired, (key with { ExpiresAt = s_now }).State(s_now));
        Assert.Equal(KeyState.Revoked, (key with { ExpiresAt = s_now, RevokedAt = s_now }).State(s_now));
    }
}
