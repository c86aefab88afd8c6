using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GovGraph.Storage;

/// <summary>Names a change for who may have to ask for it again: a store makes at most one change of a name in the time that it remembers.</summary>
/// <param name="Name">Of the caller and the word that it chose: letters and digits.</param>
/// <param name="Input">What was asked for, as a hash.</param>
public sealed record ChangeKey(string Name, string Input)
{
    private const int HashBytes = 16;

    /// <summary>How long a name is remembered; then it is new again.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(7);

    /// <summary>The key of one of several things that are asked for with this one.</summary>
    public ChangeKey Of(int index) => this with { Name = Hash(string.Create(CultureInfo.InvariantCulture, $"{Name}\n{index}")) };

    /// <summary>32 hexadecimal digits that stand for a text.</summary>
    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, HashBytes));

    /// <summary>Whether what was used at one moment is still remembered at another one.</summary>
    public static bool IsRemembered(DateTimeOffset usedAt, DateTimeOffset now) => now - usedAt < Lifetime;
}
