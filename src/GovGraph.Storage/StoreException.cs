namespace GovGraph.Storage;

/// <summary>The store could not do what was asked, for a reason outside the question: one sentence that says what to do.</summary>
public sealed class StoreException : Exception
{
    public StoreException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
