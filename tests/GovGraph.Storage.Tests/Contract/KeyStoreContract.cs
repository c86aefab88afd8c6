using System.Collections.Immutable;
using GovGraph.Storage.Access;
using Xunit;

namespace GovGraph.Storage.Tests.Contract;

/// <summary>What every store of keys must do, wherever it keeps them.</summary>
public abstract class KeyStoreContract : IAsyncLifetime
{
    private static readonly DateTimeOffset s_now = new(2024, 3, 15, 9, 30, 0, TimeSpan.Zero);

    protected KeyStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Store = await Open();

    public virtual async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The same keys each time: as another process sees them.</summary>
    protected abstract ValueTask<KeyStore> Open();

    [Fact]
    public async Task It_has_no_keys_at_first() => Assert.Empty(await Store.ReadAll());

    [Fact]
    public async Task A_key_is_read_as_it_was_added()
    {
        var whole = Key("an") with
        {
            Scopes = [Scope.Read, Scope.StatusWrite, Scope.EvidenceWrite],
            Units = ["thuong-lo/van-phong-thong-ke"],
            Bodies = ["thuong-lo"],
            CostPerMinute = 1000,
            ExpiresAt = s_now.AddDays(1),
        };
        var plain = Key("bình") with { CreatedAt = s_now.AddSeconds(1) };
        await Store.Add(whole);
        await Store.Add(plain);

        await using var other = await Open();

        AssertSame([whole, plain], await other.ReadAll());
    }

    [Fact]
    public async Task No_bodies_is_not_all_bodies()
    {
        await Store.Add(Key("an") with { Bodies = [] });

        Assert.Empty(Assert.Single(await Store.ReadAll()).Bodies!.Value);
    }

    [Fact]
    public async Task A_revocation_is_seen_by_others_and_stays_as_it_was_first()
    {
        var key = Key("an");
        await Store.Add(key);
        await using var other = await Open();

        await other.Revoke(key.Id, s_now.AddMinutes(1));
        await Store.Revoke(key.Id, s_now.AddMinutes(2));
        await Store.Used(key.Id, s_now.AddMinutes(3));

        AssertSame([key with { RevokedAt = s_now.AddMinutes(1), LastUsedAt = s_now.AddMinutes(3) }], await Store.ReadAll());
    }

    [Fact]
    public async Task A_key_can_be_given_an_end()
    {
        var key = Key("an") with { ExpiresAt = s_now.AddYears(1) };
        await Store.Add(key);

        await Store.Expire(key.Id, s_now.AddDays(1));

        AssertSame([key with { ExpiresAt = s_now.AddDays(1) }], await Store.ReadAll());
    }

    [Fact]
    public async Task What_is_no_key_changes_nothing()
    {
        await Store.Add(Key("an"));
        var before = await Store.ReadAll();

        await Store.Revoke("none", s_now);
        await Store.Expire("none", s_now);
        await Store.Used("none", s_now);

        AssertSame(before, await Store.ReadAll());
    }

    [Fact]
    public async Task Nothing_is_lost_where_many_change_keys_at_once()
    {
        ImmutableArray<ApiKey> keys = [.. Enumerable.Range(1, 5).Select(number => Key($"key {number}") with { CreatedAt = s_now.AddSeconds(number) })];
        await using var other = await Open();

        await Task.WhenAll(keys.Select((key, i) => Task.Run(async () =>
        {
            await (i % 2 == 0 ? Store : other).Add(key);
            await Task.WhenAll(Store.Revoke(key.Id, s_now).AsTask(), other.Used(key.Id, s_now).AsTask(), Store.Expire(key.Id, s_now).AsTask());
        })));

        Assert.All(await Store.ReadAll(), key => Assert.Equal((s_now, s_now, s_now), (key.RevokedAt, key.LastUsedAt, key.ExpiresAt)));
        Assert.Equal(keys.Select(key => key.Id).Order(), (await other.ReadAll()).Select(key => key.Id).Order());
    }

    [Fact]
    public async Task Of_keys_of_one_name_made_at_once_one_is_added()
    {
        await using var other = await Open();

        for (var round = 1; round <= 3; round++)
        {
            var tried = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(async () => await (i % 2 == 0 ? Store : other).TryAdd(Key("an")))));

            Assert.Equal(1, tried.Count(isAdded => isAdded));
            var all = await Store.ReadAll();
            Assert.Equal(round, all.Length);

            // A name whose key is not taken any more is free again.
            await Store.Revoke(all.Single(key => key.RevokedAt is null).Id, s_now);
        }
    }

    [Fact]
    public async Task A_name_is_taken_while_any_key_of_it_is()
    {
        var old = Key("an");
        await Store.Add(old);
        await Store.Add(Key("an") with { ExpiresAt = s_now.AddDays(1) });
        await Store.Expire(old.Id, s_now.AddHours(1));

        Assert.False(await Store.TryAdd(Key("an") with { CreatedAt = s_now.AddHours(2) }));
        Assert.True(await Store.TryAdd(Key("bình")));
        Assert.True(await Store.TryAdd(Key("an") with { CreatedAt = s_now.AddDays(2) }));
        Assert.Equal(4, (await Store.ReadAll()).Length);
    }

    private static ApiKey Key(string name) => KeyText.New().Keep(name, [Scope.Read], s_now);

    private static void AssertSame(IEnumerable<ApiKey> expected, IEnumerable<ApiKey> actual) => Assert.Equal(expected.Select(Text), actual.Select(Text));

    private static string Text(ApiKey key) =>
        $"{key.Id} {key.Name} {Convert.ToHexString(key.Salt.AsSpan())} {Convert.ToHexString(key.Hash.AsSpan())} {string.Join(',', key.Scopes)} {string.Join(',', key.Units)} "
        + $"{(key.Bodies is { } bodies ? string.Join(',', bodies) : "all")} {key.CostPerMinute} {key.CreatedAt:O} {key.ExpiresAt:O} {key.RevokedAt:O} {key.LastUsedAt:O}";
}
