namespace GovGraph.Server.Security;

/// <summary>How much one caller may ask in a minute: docs/limits.md.</summary>
internal sealed class BudgetSettings
{
    /// <summary>The field cost that a key may ask for in a minute, where the key says nothing else; 0 for no bound.</summary>
    public int PerKey { get; init; } = 600_000;

    /// <summary>The same for an address that needs no key; 0 for no bound.</summary>
    public int PerAddress { get; init; }

    /// <summary>How many wrong secrets of one key an address may show in a minute; 0 for no bound.</summary>
    public int WrongKeys { get; init; } = 30;

    /// <exception cref="StartException">A bound is negative.</exception>
    public void Check()
    {
        AtLeastNothing(PerKey, nameof(PerKey));
        AtLeastNothing(PerAddress, nameof(PerAddress));
        AtLeastNothing(WrongKeys, nameof(WrongKeys));
    }

    private static void AtLeastNothing(int value, string name)
    {
        if (value < 0) throw new StartException($"the setting GovGraph__Budgets__{name} must be 0 or more, but it is {value}.");
    }
}
