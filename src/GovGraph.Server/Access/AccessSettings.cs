namespace GovGraph.Server.Access;

/// <summary>Who is let in while there are no keys.</summary>
internal sealed class AccessSettings
{
    /// <summary>Whether a server without keys lets anyone who reaches it do everything, also from other machines.</summary>
    public bool AllowAnyone { get; init; }
}
