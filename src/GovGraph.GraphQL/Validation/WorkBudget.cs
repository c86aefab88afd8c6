namespace GovGraph.GraphQL.Validation;

/// <summary>How many more steps a computation may take whose work can outgrow the document.</summary>
internal sealed class WorkBudget(int steps)
{
    /// <summary>Steps taken so far.</summary>
    public long Spent { get; private set; }

    public bool IsExhausted => Spent > steps;

    /// <summary>Takes some steps; false when there were not so many left.</summary>
    public bool TrySpend(int count)
    {
        Spent += count;
        return !IsExhausted;
    }

    /// <summary>Ends the computation for another reason than its steps.</summary>
    public void Exhaust() => Spent = long.MaxValue / 2;
}
