namespace GovGraph.GraphQL.Validation;

/// <summary>What validation allows beyond the specification's rules: how large a caller's operations may be, and whether they may look at the schema.</summary>
public sealed record ValidationOptions
{
    public static ValidationOptions Default { get; } = new();

    /// <summary>The rules of the specification and nothing else: for documents that are no stranger's.</summary>
    public static ValidationOptions SpecificationOnly { get; } = new()
    {
        MaxDepth = int.MaxValue,
        MaxFields = int.MaxValue,
        MaxAliases = int.MaxValue,
        MaxDirectives = int.MaxValue,
        MaxWork = 500_000,
    };

    /// <summary>After so many errors validation stops.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>How deep an operation's fields may nest, fragments spread.</summary>
    public int MaxDepth { get; init; } = 50;

    /// <summary>How many fields an operation may select, fragments spread: one spread twice counts twice.</summary>
    public int MaxFields { get; init; } = 5_000;

    /// <summary>How many of them may have an alias.</summary>
    public int MaxAliases { get; init; } = 500;

    /// <summary>How many directives an operation may carry, fragments spread.</summary>
    public int MaxDirectives { get; init; } = 500;

    /// <summary>How many steps rules may take whose work can outgrow the document: following fragments from each operation, comparing overlapping fields.</summary>
    public int MaxWork { get; init; } = 100_000;

    /// <summary>Where not, __schema and __type are refused, and errors suggest no names of the schema.</summary>
    public bool AllowIntrospection { get; init; } = true;
}
