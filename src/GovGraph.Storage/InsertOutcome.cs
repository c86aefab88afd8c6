namespace GovGraph.Storage;

/// <summary>What became of a plan that was to be taken in.</summary>
public enum InsertOutcome
{
    Inserted,

    /// <summary>The store has this plan with the same print; what has happened to its tasks stays as it is.</summary>
    Unchanged,

    /// <summary>The store has another plan of this id, or another version than the one to replace; it stays as it is.</summary>
    Conflict,

    /// <summary>The key of the insertion named a change before; nothing was done.</summary>
    Repeated,
}
