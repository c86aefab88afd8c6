namespace GovGraph.Storage;

/// <summary>Names a change for who may have to ask for it again: a store makes at most one change of a name in the time that it remembers.</summary>
/// <param name="Name">Of the caller and the word that it chose: letters and digits.</param>
/// <param name="Input">What was asked for, as a hash.</param>
public sealed record ChangeKey(string Name, string Input)
{
    /// <summary>How long a name is remembered; then it is new again.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(7);

    /// <summary>Whether what was used at one moment is still remembered at another one.</summary>
    public static bool IsRemembered(DateTimeOffset usedAt, DateTimeOffset now) => now - usedAt < Lifetime;
}
