using System.Text;
using GovGraph.GraphQL.Execution;
using Xunit;

namespace GovGraph.GraphQL.Tests.Execution;

public sealed class EncodedStringsTests
{
    [Fact]
    public void A_string_is_kept_when_it_is_seen_for_the_second_time()
    {
        var strings = new EncodedStrings(64);
        var title = new string("Kế hoạch \"2024\"");
        Assert.True(strings.Find(title).IsEmpty);
        Assert.Equal("\"Kế hoạch \\\"2024\\\"\"", Encoding.UTF8.GetString(strings.Find(title)));
        Assert.Equal("\"Kế hoạch \\\"2024\\\"\"", Encoding.UTF8.GetString(strings.Find(title)));
    }

    [Fact]
    public void A_string_is_known_by_its_identity_alone()
    {
        var strings = new EncodedStrings(64);
        Assert.True(strings.Find(new string('a', 20)).IsEmpty);
        Assert.True(strings.Find(new string('a', 20)).IsEmpty);
    }

    [Fact]
    public void Short_and_very_long_strings_are_not_kept()
    {
        var strings = new EncodedStrings(64);
        foreach (var value in new[] { new string('a', 7), new string('a', 2049) })
        {
            strings.Find(value);
            Assert.True(strings.Find(value).IsEmpty);
        }
    }

    [Fact]
    public void Strings_that_drive_each_other_out_are_never_mistaken_for_each_other()
    {
        var strings = new EncodedStrings(4);
        var values = Enumerable.Range(0, 100).Select(number => $"string number {number}").ToArray();
        var found = 0;
        for (var round = 0; round < 10; round++)
        {
            foreach (var value in values)
            {
                strings.Find(value);
                var json = strings.Find(value);
                if (json.IsEmpty) continue;
                found++;
                Assert.Equal($"\"{value}\"", Encoding.UTF8.GetString(json));
            }
        }

        Assert.True(found > 0);
    }

    [Fact]
    public async Task Threads_that_race_find_each_string_or_nothing()
    {
        var strings = new EncodedStrings(16);
        var values = Enumerable.Range(0, 64).Select(number => $"string number {number}").ToArray();
        var mistakes = 0;
        await Parallel.ForAsync(0, 4, TestContext.Current.CancellationToken, (_, _) =>
        {
            for (var round = 0; round < 2000; round++)
            {
                var value = values[round % values.Length];
                var json = strings.Find(value);
                if (!json.IsEmpty && Encoding.UTF8.GetString(json) != $"\"{value}\"") Interlocked.Increment(ref mistakes);
            }

            return ValueTask.CompletedTask;
        });
        Assert.Equal(0, mistakes);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(100)]
    public void The_capacity_is_a_power_of_two(int capacity) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EncodedStrings(capacity));
}
