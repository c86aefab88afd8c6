using System.Text.RegularExpressions;
using Xunit;

namespace GovGraph.Server.Tests.Security;

/// <summary>docs/security.md says what stops whom, and names the test that shows it.</summary>
public sealed partial class SecurityPageTests
{
    [Fact]
    public void Every_test_that_the_page_names_exists()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToLookup(file => Path.GetFileName(file).Split('.')[0], File.ReadAllText);
        var named = Names().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md")));

        Assert.NotEmpty(named);
        Assert.Empty(named
            .Where(name => !sources[name.Groups["class"].Value].Any(source => Declares(source, name.Groups["test"].Value)))
            .Select(name => name.Value));
    }

    private static bool Declares(string source, string test) => Regex.IsMatch(source, $@"\[(Fact|Theory)[\s\S]*\bpublic (async Task|Task|void) {Regex.Escape(test)}\(");

    [GeneratedRegex(@"`(?<class>[A-Z]\w+)\.(?<test>[A-Z][a-z]*_\w+)`")]
    private static partial Regex Names();
}
