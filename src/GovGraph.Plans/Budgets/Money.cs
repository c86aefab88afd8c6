namespace GovGraph.Plans.Budgets;

/// <summary>An amount of money in đồng, with the text that prints it: <c>12.900.000</c>.</summary>
public readonly record struct Money(long Dong, string Text);
