using GovGraph.Storage.Memory;

namespace GovGraph.Storage.Files;

/// <summary>What a store's folder held when it was opened.</summary>
/// <param name="OnDisk">The plans as their files hold them.</param>
/// <param name="State">The plans with what the journal adds.</param>
/// <param name="SavedTo">The number of the last change known to be in the plan files.</param>
/// <param name="FirstInJournal">The number of the journal's first record, or of the next one where it has none.</param>
/// <param name="Report">What to tell.</param>
internal sealed record LoadedStore(PlanSet OnDisk, StoreState State, long SavedTo, long FirstInJournal, StoreReport Report);
