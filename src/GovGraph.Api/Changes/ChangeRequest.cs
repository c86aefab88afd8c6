namespace GovGraph.Api.Changes;

/// <summary>What the input of every mutation has beside what it changes.</summary>
/// <param name="ExpectedVersion">The version that the caller has seen; null takes any.</param>
/// <param name="Reason">Kept in the history; not checked yet, so as it was given.</param>
/// <param name="IsOnlyValidated">Nothing is written: the caller wants to know what would happen.</param>
internal sealed record ChangeRequest(long? ExpectedVersion, string? Reason, bool IsOnlyValidated)
{
    public static ChangeRequest From(InputObject input) => new(
        input.FindValue<long>("expectedVersion"),
        input.Find<string>("reason"),
        input.Get<bool>("validateOnly"));
}

/// <summary>An input of a mutation.</summary>
internal interface IChangeInput
{
    ChangeRequest Request { get; }
}
