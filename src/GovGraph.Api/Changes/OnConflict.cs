namespace GovGraph.Api.Changes;

/// <summary>What becomes of a change whose caller has seen an older version.</summary>
internal enum OnConflict
{
    Fail,

    /// <summary>It is made on the newest version where the others have changed other fields than it does.</summary>
    MergeDisjoint,
}
