namespace GovGraph.Api.Paging;

/// <summary>How many nodes a page of a connection has where nothing is asked for, and how many at most.</summary>
public sealed record PageSizes(int Default = 10, int Max = 50)
{
    // As schema/query.graphql prints the sizes of the defaults.
    private static readonly PageSizes s_printed = new();

    /// <summary>The contract with these sizes in it: costs are reckoned with them.</summary>
    internal string In(string sdl) => sdl
        .Replace(s_printed.Directive(s_printed.Default), Directive(Default), StringComparison.Ordinal)
        .Replace(s_printed.Directive(s_printed.Max), Directive(Max), StringComparison.Ordinal);

    private string Directive(int defaultSize) => $"@listSize(assumedSize: {Max}, slicingArguments: [\"first\", \"last\"], slicingArgumentDefaultValue: {defaultSize}, ";
}
