using System.Collections.Immutable;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation;

/// <summary>How large a part of an operation is with its fragments spread. Counts stop at <see cref="Most"/>, which no limit reaches.</summary>
internal readonly record struct OperationSize(int Depth, long Fields, long Aliases, long Directives)
{
    public const long Most = 1_000_000_000_000;

    public OperationSize InField(FieldNode field) =>
        this with { Depth = Depth + 1, Fields = Fields + 1, Aliases = Aliases + (field.Alias is null ? 0 : 1) };

    public OperationSize WithDirectives(ImmutableArray<DirectiveNode> directives) => this with { Directives = Directives + directives.Length };

    public OperationSize Beside(OperationSize other) => new(
        Math.Max(Depth, other.Depth),
        Math.Min(Fields + other.Fields, Most),
        Math.Min(Aliases + other.Aliases, Most),
        Math.Min(Directives + other.Directives, Most));
}
