namespace GovGraph.Api.Changes;

/// <summary>What the input of every mutation has beside what it changes.</summary>
/// <param name="ExpectedVersion">The version that the caller has seen; null takes any.</param>
/// <param name="Reason">Kept in the history; not checked yet, so as it was given.</param>
/// <param name="OnConflict">What is to be done where another version is there than the one that the caller has seen.</param>
/// <param name="IdempotencyKey">The caller's word for this change, with which it may ask again.</param>
/// <param name="IsOnlyValidated">Nothing is written: the caller wants to know what would happen.</param>
internal sealed record ChangeRequest(long? ExpectedVersion, OnConflict OnConflict, string? Reason, string? IdempotencyKey, bool IsOnlyValidated)
{
    /// <summary>What an input has of it; an input of something that has no versions has none of theirs.</summary>
    public static ChangeRequest From(InputObject input) => new(
        input.FindValue<long>("expectedVersion"),
        input.FindValue<OnConflict>("onConflict") ?? OnConflict.Fail,
        input.Find<string>("reason"),
        input.Find<string>("idempotencyKey"),
        input.FindValue<bool>("validateOnly") ?? false);
}

/// <summary>An input of a mutation.</summary>
internal interface IChangeInput
{
    ChangeRequest Request { get; }
}
