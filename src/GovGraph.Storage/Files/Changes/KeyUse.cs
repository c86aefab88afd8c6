namespace GovGraph.Storage.Files.Changes;

/// <summary>That a key named a change.</summary>
internal sealed record KeyUse(string Name, DateTimeOffset At, string PlanId, long PlanVersion)
{
    public static KeyUse? Of(string planId, PlanEvent item) =>
        item.Record.Key is { } key ? new KeyUse(key.Name, item.Record.At, planId, item.PlanVersion) : null;
}
