using System.Text.RegularExpressions;
using GovGraph.Storage.Access;
using Xunit;

namespace GovGraph.Server.Tests.Commands;

public sealed partial class KeysTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_printed_once_and_alone_and_what_is_kept_has_no_secret()
    {
        var (exitCode, output, error) = Run("create", "--name", "Thượng Lộ", "--scopes", "status:write,evidence:write", "--units", "thuong-lo/van-phong-thong-ke", "--expires", "2999-12-31");

        Assert.Equal(0, exitCode);
        Assert.Matches("^gg_[0-9a-f]{16}_[0-9a-f]{64}\n$", output);
        var key = Assert.Single(await Keys());
        Assert.Equal(
            $"The key of 'Thượng Lộ', id {key.Id}, is shown this once: it may read status:write evidence:write for thuong-lo/van-phong-thong-ke, sees the plans of thuong-lo, expires 2999-12-31 17:00Z.\n",
            error);
        Assert.True(KeyText.TryRead(output.Trim(), out var text) && text.Is(key));
        Assert.DoesNotContain(output.Trim().Split('_')[2], await File.ReadAllTextAsync(Path.Combine(_folder.Path, "keys.json"), Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("all", null)]
    [InlineData("all", null, "--units", "a/b", "--sees", "all")]
    [InlineData("a c", new[] { "a", "c" }, "--units", "a/b,c/d,a/e")]
    [InlineData("x", new[] { "x" }, "--units", "a/b", "--sees", "x")]
    public async Task It_sees_what_is_said_else_the_bodies_of_its_units_else_all(string listed, string[]? bodies, params string[] options)
    {
        Run(["create", "--name", "an", "--scopes", "read", .. options]);

        Assert.Equal(bodies, Assert.Single(await Keys()).Bodies?.ToArray());
        Assert.Contains($"  {listed}  ", Run("list").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no scope 'write': use read, status:write, evidence:write, evidence:review, plan:write, admin.\n", "--scopes", "write")]
    [InlineData("'van-phong' is not the id of a unit: those are BODY/UNIT, such as thuong-lo/van-phong-thong-ke.\n", "--units", "van-phong")]
    [InlineData("A key with units can't have admin, which is about whole plans: leave --units out, and name the bodies with --sees.\n", "--units", "a/b", "--scopes", "admin")]
    [InlineData("A key with units can't have plan:write, which is about whole plans: leave --units out, and name the bodies with --sees.\n", "--units", "a/b", "--scopes", "plan:write")]
    [InlineData("'a/b' is the id of a unit: --sees names bodies, such as a.\n", "--sees", "a/b")]
    [InlineData("--sees names bodies, or all, but not both.\n", "--sees", "a,all")]
    [InlineData("'tomorrow' is neither a day such as 2027-12-31 nor a moment such as 2027-12-31T17:00:00Z.\n", "--expires", "tomorrow")]
    [InlineData("A key that expires at 2020-01-01 would never be taken.\n", "--expires", "2020-01-01")]
    [InlineData("A key that may ask for 0 in a minute could ask nothing: --cost-per-minute is 1 or more.\n", "--cost-per-minute", "0")]
    [InlineData("A name has 1 to 100 letters, and no control characters.\n", "--name", " ")]
    public async Task What_is_wrong_is_told_and_no_key_is_made(string message, params string[] options)
    {
        string[] named = options.Contains("--name") ? options : ["--name", "an", .. options];

        Assert.Equal((1, "", message), Run(["create", .. named]));
        Assert.Empty(await Keys());
    }

    [Fact]
    public void A_name_that_is_taken_is_told()
    {
        Run("create", "--name", "an");

        Assert.Equal((1, "", "There is a key 'an' already. Replace it with 'keys rotate an', or give this one another name.\n"), Run("create", "--name", "an"));
    }

    [Fact]
    public async Task Keys_are_listed_without_their_secrets()
    {
        var secret = Run("create", "--name", "an").Output.Trim().Split('_')[2];
        var key = Assert.Single(await Keys());

        var (exitCode, output, error) = Run("list");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(
            $"""
            ID                NAME  STATE   SCOPES  UNITS  SEES  CREATED            EXPIRES  LAST USED
            {key.Id}  an    active  read    -      all   MOMENT  never    never

            """,
            Moment().Replace(output, "MOMENT"));
        Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(key.Hash.AsSpan()), output, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_are_none_it_is_said() =>
        Assert.Equal((0, $"There are no keys in {Path.Combine(_folder.Path, "keys.json")}.\n", ""), Run("list"));

    [Fact]
    public async Task A_key_is_revoked_by_its_name_or_id_and_once()
    {
        Run("create", "--name", "an");
        var id = Assert.Single(await Keys()).Id;

        Assert.Equal((0, $"revoked    {id}  an\n", ""), Run("revoke", "an"));
        var (exitCode, output, _) = Run("revoke", id);
        Assert.Equal(0, exitCode);
        Assert.Equal($"unchanged  {id}  an, revoked at MOMENT\n", Moment().Replace(output, "MOMENT"));
        Assert.NotNull(Assert.Single(await Keys()).RevokedAt);
        Assert.Equal((1, "", $"There is no key 'bình' in {Path.Combine(_folder.Path, "keys.json")}.\n"), Run("revoke", "bình"));
    }

    [Fact]
    public async Task Rotation_makes_a_key_that_may_do_the_same_and_lets_the_old_one_live_a_while()
    {
        Run("create", "--name", "an", "--scopes", "status:write", "--units", "a/b");
        var before = TimeProvider.System.GetUtcNow();

        var (exitCode, output, error) = Run("rotate", "an", "--overlap", "24:00:00");

        var keys = await Keys();
        var (old, made) = (keys[0], keys[1]);
        Assert.Equal(0, exitCode);
        Assert.True(KeyText.TryRead(output.Trim(), out var text) && text.Is(made));
        Assert.Equal(("an", "a/b", "a", null), (made.Name, made.Units.Single(), made.Bodies!.Value.Single(), made.ExpiresAt));
        Assert.Equal(old.Scopes, made.Scopes);
        Assert.InRange(old.ExpiresAt!.Value, before.AddHours(24), TimeProvider.System.GetUtcNow().AddHours(24));
        Assert.Contains($"The old one, id {old.Id}, is taken until ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1d")]
    [InlineData("24:60:00")]
    [InlineData("2161:00:00")]
    public void An_overlap_that_is_none_is_told(string overlap)
    {
        Run("create", "--name", "an");

        Assert.Equal((1, "", $"'{overlap}' is no overlap: write hours, minutes and seconds, such as 24:00:00, at most 2160:00:00.\n"), Run("rotate", "an", "--overlap", overlap));
    }

    [Fact]
    public void A_key_that_is_not_taken_any_more_is_not_rotated()
    {
        Run("create", "--name", "an");
        Run("revoke", "an");

        Assert.Equal((1, "", "The key 'an' is not taken any more: make another one with 'keys create'.\n"), Run("rotate", "an"));
    }

    [Fact]
    public async Task Keys_lie_in_a_database_too()
    {
        await using var mongo = await MongoDouble.Start("--replica-set", "rs0");

        var made = await CommandProcess.Run("keys", "create", "--name", "an", "--store", mongo.Uri());
        var listed = await CommandProcess.Run("keys", "list", "--store", mongo.Uri());

        Assert.Equal((0, 0), (made.ExitCode, listed.ExitCode));
        Assert.Contains(made.Output.Split('_')[1], listed.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private (int ExitCode, string Output, string Error) Run(params string[] args) => CommandTest.Run(["keys", .. args, "--store", _folder.Path]);

    private async Task<IReadOnlyList<ApiKey>> Keys() => await new FileKeyStore(_folder.Path, TimeProvider.System).ReadAll(Cancellation);

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\dZ")]
    private static partial Regex Moment();
}
