using GovGraph.Api.Paging;
using GovGraph.GraphQL.Costs;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Transport.WebSockets;
using GovGraph.GraphQL.Validation;

namespace GovGraph.Server;

/// <summary>What a caller may ask for: docs/limits.md says what each limit is for and what a caller sees.</summary>
internal sealed class GraphQLSettings
{
    private static readonly ExecutionOptions s_execution = new();
    private static readonly TransportOptions s_transport = new();
    private static readonly PageSizes s_pages = new();

    public int MaxTokens { get; init; } = s_execution.Parser.MaxTokens;

    public int MaxDepth { get; init; } = s_execution.Validation.MaxDepth;

    public int MaxFields { get; init; } = s_execution.Validation.MaxFields;

    public int MaxAliases { get; init; } = s_execution.Validation.MaxAliases;

    public int MaxDirectives { get; init; } = s_execution.Validation.MaxDirectives;

    public double MaxFieldCost { get; init; } = s_execution.Costs.MaxFieldCost;

    public double MaxTypeCost { get; init; } = s_execution.Costs.MaxTypeCost;

    public bool EnforceCostLimits { get; init; } = s_execution.Costs.EnforceCostLimits;

    /// <summary>No operation of this API comes near. Files have limits of their own, below GovGraph__Files.</summary>
    public int MaxBodyBytes { get; init; } = 1024 * 1024;

    public int MaxResponseBytes { get; init; } = s_execution.MaxResponseBytes;

    public TimeSpan ExecutionTimeout { get; init; } = s_execution.Timeout;

    public int MaxConcurrentExecutions { get; init; } = s_transport.MaxConcurrentExecutions;

    public int MaxWaitingExecutions { get; init; } = s_transport.MaxWaitingExecutions;

    /// <summary>How many may follow what happens at once.</summary>
    public int MaxSubscriptions { get; init; } = 2000;

    public int DefaultPageSize { get; init; } = s_pages.Default;

    public int MaxPageSize { get; init; } = s_pages.Max;

    /// <summary>Whether the schema can be asked for: by introspection, and as SDL.</summary>
    public bool AllowIntrospection { get; init; } = s_execution.Validation.AllowIntrospection;

    /// <summary>The sites whose pages may open a WebSocket; the server's own alone where none is named.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    public PageSizes Pages => new(DefaultPageSize, MaxPageSize);

    public ExecutionOptions Execution(Action<FieldFault> onFault) => new()
    {
        Timeout = ExecutionTimeout,
        MaxResponseBytes = MaxResponseBytes,
        Parser = new ParserLimits { MaxTokens = MaxTokens },
        Validation = new ValidationOptions
        {
            MaxDepth = MaxDepth,
            MaxFields = MaxFields,
            MaxAliases = MaxAliases,
            MaxDirectives = MaxDirectives,
            AllowIntrospection = AllowIntrospection,
        },
        Costs = new CostOptions { MaxFieldCost = MaxFieldCost, MaxTypeCost = MaxTypeCost, EnforceCostLimits = EnforceCostLimits },
        OnFault = onFault,
    };

    public TransportOptions Transport() => new()
    {
        MaxBodyBytes = MaxBodyBytes,
        MaxConcurrentExecutions = MaxConcurrentExecutions,
        MaxWaitingExecutions = MaxWaitingExecutions,
        ServesSdl = AllowIntrospection,
        ExportPageSize = MaxPageSize,
        Sockets = new SocketOptions { AllowedOrigins = AllowedOrigins },
    };

    /// <exception cref="StartException">A limit would let nothing through.</exception>
    public void Check()
    {
        AtLeast(1, MaxTokens, nameof(MaxTokens));
        AtLeast(1, MaxDepth, nameof(MaxDepth));
        AtLeast(1, MaxFields, nameof(MaxFields));
        AtLeast(0, MaxAliases, nameof(MaxAliases));
        AtLeast(0, MaxDirectives, nameof(MaxDirectives));
        AtLeast(1, MaxFieldCost, nameof(MaxFieldCost));
        AtLeast(1, MaxTypeCost, nameof(MaxTypeCost));
        AtLeast(1, MaxBodyBytes, nameof(MaxBodyBytes));
        AtLeast(1, MaxResponseBytes, nameof(MaxResponseBytes));
        AtLeast(1, MaxConcurrentExecutions, nameof(MaxConcurrentExecutions));
        AtLeast(0, MaxWaitingExecutions, nameof(MaxWaitingExecutions));
        AtLeast(0, MaxSubscriptions, nameof(MaxSubscriptions));
        AtLeast(1, DefaultPageSize, nameof(DefaultPageSize));
        AtLeast(DefaultPageSize, MaxPageSize, nameof(MaxPageSize));
        if (ExecutionTimeout <= TimeSpan.Zero) throw Wrong(nameof(ExecutionTimeout), "more than 00:00:00", ExecutionTimeout);
    }

    private static void AtLeast(double least, double value, string name)
    {
        if (!(value >= least)) throw Wrong(name, $"{least} or more", value);
    }

    private static StartException Wrong(string name, string expected, object value) =>
        new(FormattableString.Invariant($"the setting GovGraph__GraphQL__{name} must be {expected}, but it is {value}."));
}
