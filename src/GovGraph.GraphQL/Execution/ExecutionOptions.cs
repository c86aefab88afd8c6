using GovGraph.GraphQL.Costs;
using GovGraph.GraphQL.Diagnostics;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Validation;

namespace GovGraph.GraphQL.Execution;

/// <summary>What one request may cost, and what is kept between requests.</summary>
public sealed record ExecutionOptions
{
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    public int MaxResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many compiled operations are kept.</summary>
    public int CachedOperations { get; init; } = 1000;

    /// <summary>How many strings are kept with their JSON form, for responses to copy; a power of two, or 0 for none.</summary>
    public int KeptStrings { get; init; } = 64 * 1024;

    /// <summary>How many bytes of JSON are kept of objects that never change (<c>SchemaBindings.Immutable</c>); 0 for none.</summary>
    public long KeptBytes { get; init; } = 64 * 1024 * 1024;

    public ParserLimits Parser { get; init; } = ParserLimits.Default;

    public ValidationOptions Validation { get; init; } = ValidationOptions.Default;

    public CostOptions Costs { get; init; } = new();

    /// <summary>Hears of every exception that a resolver threw and the caller does not see.</summary>
    public Action<FieldFault>? OnFault { get; init; }

    /// <summary>Tells those who listen how requests fare; null for no telling.</summary>
    public EngineDiagnostics? Diagnostics { get; init; }

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
