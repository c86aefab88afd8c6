namespace GovGraph.Storage.Paging;

/// <summary>Why a page can't be given: the argument that is wrong, and what to do.</summary>
public sealed record PageFault(PageFaultKind Kind, string Argument, string Message);

/// <summary>What is wrong with a page request.</summary>
public enum PageFaultKind
{
    /// <summary>Not a cursor of this store.</summary>
    CursorUnreadable,

    /// <summary>A cursor that another filter or order gave.</summary>
    CursorOfAnotherQuery,

    NegativeCount,

    /// <summary>Too much has happened since the moment that is asked about.</summary>
    MomentTooFar,

    /// <summary>More groups than are made at once.</summary>
    TooManyGroups,
}
